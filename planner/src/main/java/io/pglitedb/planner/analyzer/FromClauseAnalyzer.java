package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.Alias;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// FROM. Source: PostgreSQL's transformFromClause.
final class FromClauseAnalyzer {
    /// @param items what the item adds to the namespace
    record Analyzed(JoinTree tree, NamespaceItem own, List<NamespaceItem> items) {}

    private FromClauseAnalyzer() {}

    static void analyze(ParseState state, List<FromItem> from) {
        for (FromItem raw : from) {
            Analyzed analyzed = item(state, raw);
            ColumnLookup.checkUnique(state.namespace, analyzed.items());
            state.joinItems.add(analyzed.tree());
            // Later siblings see it through LATERAL only, until the whole clause is done.
            analyzed.items().forEach(item -> state.namespace.add(item.lateral(true, true)));
        }
        state.namespace.replaceAll(item -> item.lateral(false, true));
    }

    /// FROM of UPDATE and USING of DELETE: subqueries in it do not see the target, what follows does.
    static void analyzeBeside(ParseState state, NamespaceItem target, List<FromItem> from) {
        state.namespace.add(target.lateral(true, false));
        state.joinItems.add(new JoinTree.Reference(target.index()));
        analyze(state, from);
    }

    static Analyzed item(ParseState state, FromItem raw) {
        return switch (raw) {
            case RangeVar relation -> single(relation(state, relation));
            case FromItem.Subselect subselect -> single(subselect(state, subselect));
            case FromItem.RangeFunction function -> single(FunctionsInFrom.analyze(state, function));
            case FromItem.Join join -> JoinAnalyzer.analyze(state, join);
            case FromItem.TableSample sample -> single(TableSamples.analyze(state, sample));
            case FromItem.XmlTable table ->
                throw PgException.notSupported("XMLTABLE").at(table.location() + 1);
        };
    }

    private static Analyzed single(NamespaceItem item) {
        return new Analyzed(new JoinTree.Reference(item.index()), item, List.of(item));
    }

    static NamespaceItem relation(ParseState state, RangeVar raw) {
        if (raw.schema() == null) {
            CommonTableAnalyzer.Found cte = CommonTableAnalyzer.find(state, raw.relation());
            if (cte != null) {
                return commonTable(state, raw, cte);
            }
        }
        return table(state, raw, Relations.require(state, raw));
    }

    /// PostgreSQL's `addRangeTableEntryForCTE`.
    private static NamespaceItem commonTable(ParseState state, RangeVar raw, CommonTableAnalyzer.Found cte) {
        WithEntry table = cte.table();
        table.refer();
        Query query = table.query;
        if (query != null
                && query.command() != Query.Command.SELECT
                && query.returning().isEmpty()) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "WITH query \"%s\" does not have a RETURNING clause".formatted(raw.relation()))
                    .at(raw.location() + 1);
        }
        String name = name(raw.alias(), raw.relation());
        List<ColumnInfo> columns = new ArrayList<>(aliased(table.columns, raw.alias(), name));
        List<ColumnInfo> added = table.addedColumns();
        columns.addAll(added);
        NamespaceItem item = state.add(new RangeTableEntry.CteReference(
                name, raw.alias() != null, columns, raw.relation(), cte.levelsUp(), query == null));
        // Inside the WITH list, stars do not mean what SEARCH and CYCLE add.
        return cte.levelsUp() > 0 ? item.withoutStarFor(added.size()) : item;
    }

    static NamespaceItem table(ParseState state, RangeVar raw, TableDef table) {
        if (table.kind() == 'i' || table.kind() == 'I' || table.kind() == 'c') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot open relation \"%s\"".formatted(table.name()))
                    .detail(
                            table.kind() == 'c'
                                    ? "This operation is not supported for composite types."
                                    : "This operation is not supported for indexes.")
                    .at(raw.location() + 1);
        }
        String name = name(raw.alias(), raw.relation());
        return state.add(new RangeTableEntry.Relation(
                name,
                raw.alias() != null,
                aliased(columns(table), raw.alias(), name),
                table.oid(),
                raw.inherit(),
                null));
    }

    static List<ColumnInfo> columns(TableDef table) {
        List<ColumnInfo> columns = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            columns.add(new ColumnInfo(
                    column.dropped() ? "" : column.name(),
                    column.type(),
                    column.typmod(),
                    column.collation(),
                    column.dropped()));
        }
        return columns;
    }

    private static NamespaceItem subselect(ParseState state, FromItem.Subselect raw) {
        if (raw.alias() == null) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            raw.query().body() instanceof io.pglitedb.planner.ast.SelectStmt.Values
                                    ? "VALUES in FROM must have an alias"
                                    : "subquery in FROM must have an alias")
                    .hint(
                            raw.query().body() instanceof io.pglitedb.planner.ast.SelectStmt.Values
                                    ? "For example, FROM (VALUES ...) [AS] foo."
                                    : "For example, FROM (SELECT ...) [AS] foo.")
                    .at(raw.location() + 1);
        }
        Query query = lateral(
                state,
                raw.lateral(),
                () -> state.in(ExprKind.FROM_SUBSELECT, () -> QueryAnalyzer.subquery(state, raw.query(), true)));
        List<ColumnInfo> columns = new ArrayList<>();
        for (TargetEntry target : query.resultColumns()) {
            columns.add(Coercion.column(target.name(), target.expression()));
        }
        String name = raw.alias().name();
        return state.add(
                new RangeTableEntry.Subquery(name, true, aliased(columns, raw.alias(), name), query, raw.lateral()));
    }

    /// Siblings to the left are visible while a LATERAL item is analyzed, hidden otherwise.
    static <T> T lateral(ParseState state, boolean active, java.util.function.Supplier<T> work) {
        boolean before = state.lateralActive;
        state.lateralActive = active;
        try {
            return work.get();
        } finally {
            state.lateralActive = before;
        }
    }

    static String name(Alias alias, String otherwise) {
        return alias == null ? otherwise : alias.name();
    }

    /// Column aliases skip dropped columns.
    static List<ColumnInfo> aliased(List<ColumnInfo> columns, Alias alias, String name) {
        return aliased(columns, alias, name, "table");
    }

    /// @param kind of what has the columns: "table", "join expression"
    static List<ColumnInfo> aliased(List<ColumnInfo> columns, Alias alias, String name, String kind) {
        if (alias == null || alias.columns().isEmpty()) {
            return columns;
        }
        List<ColumnInfo> result = new ArrayList<>();
        int next = 0;
        for (ColumnInfo column : columns) {
            boolean named = !column.dropped() && next < alias.columns().size();
            result.add(named ? column.withAlias(alias.columns().get(next++)) : column);
        }
        if (next < alias.columns().size()) {
            throw new PgException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "%s \"%s\" has %d columns available but %d columns specified"
                            .formatted(kind, name, next, alias.columns().size()));
        }
        return result;
    }
}
