package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.modify.ColumnDefaults;
import io.pglitedb.planner.optimizer.modify.InsertedValues;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RangeTableShift;
import io.pglitedb.planner.query.RuleRows;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.List;

/// A rule's action for the rows of a statement: the statement's range table stands before the action's own, `old`
/// is the changed relation, `new` what its columns are set to, and the statement's conditions are the action's
/// too. Source of the rules: PostgreSQL 15, `rewriteRuleAction`.
final class RuleAction {
    private final Query statement;
    private final TableDef table;
    private final int target;
    /// What each column is set to, at the level of the statement.
    private final List<Expr> newRow = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    RuleAction(Query query, TableDef table, CatalogView catalog, SessionContext session) {
        ColumnDefaults defaults = new ColumnDefaults(catalog, session, table);
        this.statement = InsertedValues.fill(query, table, defaults);
        this.table = table;
        this.target = query.resultRelation();
        for (ColumnDef column : table.columns()) {
            names.add(column.name());
            newRow.add(newValue(column, defaults));
        }
    }

    private Expr newValue(ColumnDef column, ColumnDefaults defaults) {
        for (TargetEntry entry : statement.targets()) {
            if (!entry.junk() && entry.number() == column.number()) {
                return entry.expression() instanceof Expr.SetToDefault ? defaults.of(column) : entry.expression();
            }
        }
        return switch (statement.command()) {
            case INSERT -> defaults.of(column);
            case UPDATE ->
                new Expr.Var(
                        target, column.number(), 0, column.type(), column.typmod(), column.collation(), Origin.NONE);
            case SELECT, DELETE, MERGE ->
                new Expr.Const(null, column.type(), column.typmod(), column.collation(), Origin.NONE);
        };
    }

    /// The statement, without the rows that a condition is true for.
    Query withoutRowsOf(Query query, Expr condition) {
        Expr others = new Expr.BooleanTest(overRows(condition), Expr.BooleanTestKind.IS_NOT_TRUE, Origin.NONE);
        JoinTree.From from = query.joinTree();
        return query.toBuilder()
                .joinTree(new JoinTree.From(from.items(), both(from.where(), others)))
                .build();
    }

    private static Expr both(Expr first, Expr second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return new Expr.BooleanExpr(Expr.BooleanKind.AND, List.of(first, second), Origin.NONE);
    }

    /// A rule's condition at the level of the statement.
    private Expr overRows(Expr condition) {
        if (condition == null) {
            return null;
        }
        // Behind all entries of the statement no number means two things.
        int behind = statement.rangeTable().size();
        Expr apart = renumbered(renumbered(condition, RuleRows.NEW, behind + RuleRows.NEW), RuleRows.OLD, target);
        return new ViewSubstitution(behind + RuleRows.NEW, checkedNewRow(apart, behind), names).map(apart, 0);
    }

    private static Expr renumbered(Expr expression, int from, int to) {
        return from == to ? expression : ViewSubstitution.renumbered(expression, from, to);
    }

    private List<Expr> checkedNewRow(Expr user, int behind) {
        return RuleRows.isUsed(user, behind + RuleRows.NEW) ? usable() : newRow;
    }

    /// Columns of one row that an UPDATE takes from a subquery belong to that UPDATE alone.
    private List<Expr> usable() {
        if (newRow.stream().anyMatch(RuleAction::takesFromSubquery)) {
            throw PgException.notSupported("a rule on an UPDATE that sets several columns by one subquery");
        }
        return newRow;
    }

    private static boolean takesFromSubquery(Expr value) {
        return value instanceof Expr.Param parameter && parameter.kind() == Expr.ParamKind.MULTIEXPR
                || value.children().stream().anyMatch(RuleAction::takesFromSubquery);
    }

    /// @param condition of the rule, null for none
    Query of(Query action, Expr condition) {
        Query owned = owned(action);
        if (RuleRows.isNotification(action)) {
            return owned;
        }
        Query holder = RuleRows.holder(owned);
        int before = statement.rangeTable().size();
        boolean updates = statement.command() == Query.Command.UPDATE;
        boolean readsRow = isUsed(holder, condition, RuleRows.OLD)
                || updates && isUsed(holder, condition, RuleRows.NEW)
                || RuleRows.isUsed(statement.joinTree().where(), target);
        Query shifted = RangeTableShift.shifted(holder, before);
        Query over = renumbered(shifted, before + RuleRows.OLD, target);
        if (RuleRows.isUsed(over, before + RuleRows.NEW)) {
            over = new ViewSubstitution(before + RuleRows.NEW, usable(), names).map(over, 0);
        }
        Query merged = merged(over, readsRow, overRows(condition));
        if (holder == owned) {
            return merged.toBuilder().returning(returning(merged)).build();
        }
        Query whole = RuleRows.withHolder(owned, merged);
        return whole.toBuilder().returning(returning(whole)).build();
    }

    private static boolean isUsed(Query holder, Expr condition, int index) {
        return RuleRows.isUsed(holder, index) || RuleRows.isUsed(condition, index);
    }

    /// Relations that the action itself names are the business of the table's owner.
    private Query owned(Query action) {
        return new QueryMapper() {
            @Override
            protected Query changed(Query original, Query query, int depth) {
                List<RangeTableEntry> entries = new ArrayList<>();
                for (RangeTableEntry entry : query.rangeTable()) {
                    entries.add(
                            entry instanceof RangeTableEntry.Relation relation
                                    ? relation.withRole(table.owner())
                                    : entry);
                }
                return query.toBuilder().rangeTable(entries).build();
            }
        }.map(action, 0);
    }

    private static Query renumbered(Query query, int from, int to) {
        return new QueryMapper() {
            @Override
            protected Expr changed(Expr expression, int depth) {
                return expression instanceof Expr.Var variable
                                && variable.levelsUp() == depth
                                && variable.rangeTableIndex() == from
                        ? variable.inEntry(to)
                        : expression;
            }
        }.map(query, 0);
    }

    private Query merged(Query action, boolean readsRow, Expr condition) {
        boolean joined = readsRow && statement.command() != Query.Command.INSERT;
        List<RangeTableEntry> entries = new ArrayList<>(statement.rangeTable());
        RangeTableEntry.Relation changed = (RangeTableEntry.Relation) entries.get(target - 1);
        entries.set(target - 1, joined ? changed.asAsked() : new RangeTableEntry.Result(changed.name()));
        entries.add(new RangeTableEntry.Result("old")); // What referred to them no longer does.
        entries.add(new RangeTableEntry.Result("new"));
        entries.addAll(
                action.rangeTable().subList(RuleRows.NEW, action.rangeTable().size()));
        List<JoinTree> items = new ArrayList<>();
        for (JoinTree item : statement.joinTree().items()) {
            if (joined || !item.equals(new JoinTree.Reference(target))) {
                items.add(item);
            }
        }
        if (joined && !items.contains(new JoinTree.Reference(target))) {
            items.addFirst(new JoinTree.Reference(target));
        }
        items.addAll(action.joinTree().items());
        Expr where = both(
                both(statement.joinTree().where(), condition), action.joinTree().where());
        List<CommonTable> commonTables = new ArrayList<>(action.commonTables());
        commonTables.addAll(statement.commonTables());
        return action.toBuilder()
                .rangeTable(entries)
                .joinTree(new JoinTree.From(items, where))
                .commonTables(commonTables)
                .features(features(action))
                .build();
    }

    private Query.Features features(Query action) {
        Query.Features own = action.features();
        Query.Features around = statement.features();
        return new Query.Features(
                own.aggregates(),
                own.windows(),
                own.setReturningTargets() || around.setReturningTargets(),
                true, // a condition may bring subqueries along
                own.distinctOn(),
                own.recursive() || around.recursive(),
                own.modifyingCommonTable() || around.modifyingCommonTable(),
                own.forUpdate());
    }

    /// What the statement returns, its relation's columns being what the action returns.
    private List<TargetEntry> returning(Query action) {
        if (action.returning().isEmpty() || statement.returning().isEmpty()) {
            return List.of();
        }
        List<Expr> columns =
                action.returning().stream().map(TargetEntry::expression).toList();
        ViewSubstitution substitution = new ViewSubstitution(target, columns, names);
        return statement.returning().stream()
                .map(entry -> entry.withExpression(substitution.map(entry.expression(), 0)))
                .toList();
    }
}
