package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.SessionStatement.Notify;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TriggerStatement.CreateRule;
import io.pglitedb.planner.ast.TriggerStatement.RuleEvent;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RangeTableShift;
import io.pglitedb.planner.query.RuleRows;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// CREATE RULE. Source of the rules: PostgreSQL 15, `transformRuleStmt`. The actions come out in the form that
/// [RuleRows] tells of: they are analyzed inside a level that has `old` and `new`, which become their own entries
/// afterwards.
public final class RuleAnalyzer {
    private static final int NOTIFY = 3036; // OID of pg_notify(text, text)

    /// @param condition over `old` and `new`, null for none
    /// @param actions empty for NOTHING
    public record Analyzed(Expr condition, List<Query> actions) {}

    private final CreateRule raw;
    private final TableDef table;
    private final CatalogView catalog;
    private final SessionContext session;

    private RuleAnalyzer(CreateRule raw, TableDef table, CatalogView catalog, SessionContext session) {
        this.raw = raw;
        this.table = table;
        this.catalog = catalog;
        this.session = session;
    }

    public static Analyzed analyze(CreateRule raw, TableDef table, CatalogView catalog, SessionContext session) {
        RuleAnalyzer analyzer = new RuleAnalyzer(raw, table, catalog, session);
        Expr condition = analyzer.condition();
        return new Analyzed(
                condition, raw.actions().stream().map(analyzer::action).toList());
    }

    private static RangeTableEntry.Relation row(String name, TableDef table) {
        return new RangeTableEntry.Relation(name, true, FromClauseAnalyzer.columns(table), table.oid(), false, null);
    }

    /// A level with the two entries.
    private ParseState state(boolean old, boolean fresh, boolean columns) {
        ParseState state = new ParseState(new TypeRules(catalog), session, ParameterTypes.none());
        NamespaceItem oldItem = state.add(row("old", table)).visible(true, columns);
        NamespaceItem newItem = state.add(row("new", table)).visible(true, columns);
        if (old) {
            state.namespace.add(oldItem);
        }
        if (fresh) {
            state.namespace.add(newItem);
        }
        return state;
    }

    private Expr condition() {
        if (raw.where() == null) {
            return null;
        }
        ParseState state = state(raw.event() != RuleEvent.INSERT, isInsertOrUpdate(), true);
        return CollationAssigner.assign(state, SelectAnalyzer.condition(state, raw.where(), ExprKind.WHERE, "WHERE"));
    }

    private boolean isInsertOrUpdate() {
        return raw.event() == RuleEvent.INSERT || raw.event() == RuleEvent.UPDATE;
    }

    private Query action(Statement statement) {
        if (statement instanceof Notify notify) {
            return notification(notify);
        }
        ParseState outer = state(true, true, false);
        Query query = QueryAnalyzer.subquery(outer, statement, true);
        Query action = inside(query);
        check(action);
        return raw.event() == RuleEvent.SELECT ? query : action; // a view's query has no such rows
    }

    /// As a call that does it; its result has no name.
    private Query notification(Notify notify) {
        if (raw.where() != null) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "rules with WHERE conditions can only have SELECT, INSERT, UPDATE, or DELETE actions");
        }
        Expr call = new Expr.FunctionCall(
                NOTIFY,
                List.of(text(notify.channel()), text(notify.payload() == null ? "" : notify.payload())),
                false,
                false,
                Oids.VOID,
                0,
                Collations.DEFAULT,
                Origin.NONE);
        return new QueryBuilder()
                .command(Query.Command.SELECT)
                .rangeTable(List.of(row("old", table), row("new", table)))
                .targets(List.of(new TargetEntry(call, 1, null, false)))
                .build();
    }

    private static Expr text(String value) {
        return new Expr.Const(Utf8.of(value), Oids.TEXT, -1, Collations.DEFAULT, Origin.NONE);
    }

    /// The action with the entries of the level around it as its own.
    private Query inside(Query query) {
        RangeTableEntry.Subquery source = RuleRows.source(query);
        if (source == null) {
            return taken(query, 1);
        }
        return RuleRows.withHolder(query, taken(source.query(), 2));
    }

    /// @param levels how many the two entries stand further out
    private Query taken(Query query, int levels) {
        Query shifted = RangeTableShift.shifted(query, RuleRows.NEW);
        Query own = new QueryMapper() {
            @Override
            protected Expr changed(Expr expression, int depth) {
                return expression instanceof Expr.Var variable && variable.levelsUp() == depth + levels
                        ? variable.atLevel(depth)
                        : expression;
            }
        }.map(shifted, 0);
        List<RangeTableEntry> entries = new ArrayList<>(List.of(row("old", table), row("new", table)));
        own.rangeTable().forEach(entry -> entries.add(lateral(entry)));
        return own.toBuilder().rangeTable(entries).build();
    }

    /// What reads `old` or `new` reads what stands beside it.
    private static RangeTableEntry lateral(RangeTableEntry entry) {
        Query alone = new QueryBuilder().rangeTable(List.of(entry)).build();
        if (!RuleRows.isUsed(alone, RuleRows.OLD) && !RuleRows.isUsed(alone, RuleRows.NEW)) {
            return entry;
        }
        return switch (entry) {
            case RangeTableEntry.Subquery it ->
                new RangeTableEntry.Subquery(
                        it.name(), it.aliasWritten(), it.columns(), it.query(), true, it.barrier());
            case RangeTableEntry.Functions it ->
                new RangeTableEntry.Functions(
                        it.name(), it.aliasWritten(), it.columns(), it.functions(), it.ordinality(), true);
            case RangeTableEntry.Values it ->
                new RangeTableEntry.Values(it.name(), it.aliasWritten(), it.columns(), it.rows(), true);
            default -> entry;
        };
    }

    private void check(Query action) {
        Query holder = RuleRows.holder(action);
        boolean old = RuleRows.isUsed(holder, RuleRows.OLD);
        boolean fresh = RuleRows.isUsed(holder, RuleRows.NEW);
        switch (raw.event()) {
            case SELECT -> {
                refuse(old, "ON SELECT rule cannot use OLD");
                refuse(fresh, "ON SELECT rule cannot use NEW");
            }
            case INSERT -> refuse(old, "ON INSERT rule cannot use OLD");
            case DELETE -> refuse(fresh, "ON DELETE rule cannot use NEW");
            case UPDATE -> {}
        }
        for (Query level : action == holder ? List.of(action) : List.of(action, holder)) {
            for (CommonTable common : level.commonTables()) {
                refuseInWith(common, RuleRows.OLD, "OLD");
                refuseInWith(common, RuleRows.NEW, "NEW");
            }
        }
        boolean joins = old || fresh || raw.where() != null;
        if (holder.setOperations() != null && joins) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "conditional UNION/INTERSECT/EXCEPT statements are not implemented");
        }
    }

    private static void refuse(boolean used, String message) {
        if (used) {
            throw new PgException(SqlState.INVALID_OBJECT_DEFINITION, message);
        }
    }

    private static void refuseInWith(CommonTable common, int index, String name) {
        Query alone = new QueryBuilder()
                .joinTree(JoinTree.From.EMPTY)
                .commonTables(List.of(common))
                .build();
        if (RuleRows.isUsed(alone, index)) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "cannot refer to %s within WITH query".formatted(name));
        }
    }
}
