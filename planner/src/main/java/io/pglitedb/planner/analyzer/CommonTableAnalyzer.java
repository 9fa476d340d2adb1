package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// WITH. Source: PostgreSQL's parse_cte.c. Recursion is not here yet.
final class CommonTableAnalyzer {
    record Found(CommonTable table, int levelsUp) {}

    private CommonTableAnalyzer() {}

    static void analyze(ParseState state, WithClause with) {
        if (with.recursive()) {
            throw PgException.notSupported("WITH RECURSIVE").at(with.location() + 1);
        }
        List<String> names = new ArrayList<>();
        for (WithClause.CommonTable table : with.tables()) {
            if (names.contains(table.name())) {
                throw new PgException(
                                SqlState.DUPLICATE_ALIAS,
                                "WITH query name \"%s\" specified more than once".formatted(table.name()))
                        .at(table.location() + 1);
            }
            names.add(table.name());
        }
        state.futureCommonTables.addAll(names);
        for (WithClause.CommonTable table : with.tables()) {
            if (!(table.query() instanceof SelectStmt)) {
                if (state.parent() != null) {
                    throw new PgException(
                                    SqlState.FEATURE_NOT_SUPPORTED,
                                    "WITH clause containing a data-modifying statement must be at the top level")
                            .at(table.location() + 1);
                }
                state.hasModifyingCommonTable = true;
            }
            if (table.search() != null || table.cycle() != null) {
                throw new PgException(SqlState.SYNTAX_ERROR, "WITH query is not recursive").at(table.location() + 1);
            }
            Query query = QueryAnalyzer.subquery(state, table.query(), true);
            state.commonTables.add(new CommonTable(
                    table.name(),
                    table.columns(),
                    CommonTable.Materialize.valueOf(table.materialize().name()),
                    query,
                    false,
                    0,
                    columns(table, query),
                    null,
                    null,
                    Origin.at(table.location())));
            state.futureCommonTables.remove(table.name());
        }
    }

    private static List<ColumnInfo> columns(WithClause.CommonTable table, Query query) {
        List<TargetEntry> targets = query.resultColumns();
        if (table.columns().size() > targets.size()) {
            throw new PgException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "WITH query \"%s\" has %d columns available but %d columns specified"
                                    .formatted(
                                            table.name(),
                                            targets.size(),
                                            table.columns().size()))
                    .at(table.location() + 1);
        }
        List<ColumnInfo> columns = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            String name = i < table.columns().size()
                    ? table.columns().get(i)
                    : targets.get(i).name();
            columns.add(Coercion.column(name, targets.get(i).expression()));
        }
        return columns;
    }

    /// The WITH query of that name, counted as used; null when there is none.
    static Found find(ParseState start, String name) {
        int levelsUp = 0;
        for (ParseState state = start; state != null; state = state.parent()) {
            for (int i = 0; i < state.commonTables.size(); i++) {
                CommonTable table = state.commonTables.get(i);
                if (table.name().equals(name)) {
                    CommonTable used = new CommonTable(
                            table.name(),
                            table.columnAliases(),
                            table.materialize(),
                            table.query(),
                            table.recursive(),
                            table.referenceCount() + 1,
                            table.columns(),
                            table.search(),
                            table.cycle(),
                            table.origin());
                    state.commonTables.set(i, used);
                    return new Found(used, levelsUp);
                }
            }
            levelsUp++;
        }
        return null;
    }

    /// The WITH query that an entry of the state's range table refers to.
    static CommonTable of(ParseState state, RangeTableEntry.CteReference reference) {
        return state.ancestor(reference.levelsUp()).commonTables.stream()
                .filter(table -> table.name().equals(reference.cteName()))
                .findFirst()
                .orElseThrow();
    }

    static boolean isFuture(ParseState start, String name) {
        for (ParseState state = start; state != null; state = state.parent()) {
            if (state.futureCommonTables.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
