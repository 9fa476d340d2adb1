package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.MergeStmt;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// WITH. Source: PostgreSQL's parse_cte.c.
final class CommonTableAnalyzer {
    record Found(WithEntry table, int levelsUp) {}

    private CommonTableAnalyzer() {}

    /// @param with null for none
    static void analyze(ParseState state, WithClause with) {
        if (with == null) {
            return;
        }
        checkNames(with);
        state.hasModifyingCommonTable =
                with.tables().stream().anyMatch(table -> !(table.query() instanceof SelectStmt));
        if (with.recursive()) {
            state.hasRecursive = true;
            List<WithDependencies.Ordered> ordered = WithDependencies.order(with);
            ordered.stream()
                    .filter(WithDependencies.Ordered::recursive)
                    .forEach(it -> RecursionChecks.check(it.table()));
            ordered.forEach(it -> state.commonTables.add(new WithEntry(it.table(), it.recursive())));
            List.copyOf(state.commonTables).forEach(entry -> analyze(state, entry));
            return;
        }
        with.tables().forEach(table -> state.futureCommonTables.add(table.name()));
        for (WithClause.CommonTable table : with.tables()) {
            WithEntry entry = new WithEntry(table, false);
            analyze(state, entry);
            state.commonTables.add(entry);
            state.futureCommonTables.remove(table.name());
        }
    }

    private static void checkNames(WithClause with) {
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
        for (WithClause.CommonTable table : with.tables()) {
            if (table.query() instanceof MergeStmt) {
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "MERGE not supported in WITH query")
                        .at(table.location() + 1);
            }
        }
    }

    private static void analyze(ParseState state, WithEntry entry) {
        SearchAndCycle.cycleMark(state, entry);
        Query query = QueryAnalyzer.commonTable(state, entry);
        if (query.command() != Query.Command.SELECT && state.parent() != null) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "WITH clause containing a data-modifying statement must be at the top level")
                    .at(entry.raw.location() + 1);
        }
        if (entry.recursive) {
            checkColumns(state, entry, query.resultColumns());
        } else {
            entry.columns = columns(entry, query.resultColumns());
        }
        entry.query = query;
        SearchAndCycle.check(entry);
    }

    /// Names and types that the query's targets give, under the aliases that are written.
    static List<ColumnInfo> columns(WithEntry entry, List<TargetEntry> targets) {
        List<String> aliases = entry.raw.columns();
        if (aliases.size() > targets.size()) {
            throw new PgException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "WITH query \"%s\" has %d columns available but %d columns specified"
                                    .formatted(entry.name(), targets.size(), aliases.size()))
                    .at(entry.raw.location() + 1);
        }
        List<ColumnInfo> columns = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            TargetEntry target = targets.get(i);
            String name = i < aliases.size() ? aliases.get(i) : target.name();
            Expr value = target.expression();
            columns.add(
                    entry.recursive && value.type() == UNKNOWN
                            ? new ColumnInfo(
                                    name, TEXT, -1, value.collation() == NONE ? Collations.DEFAULT : value.collation())
                            : Coercion.column(name, value));
        }
        return List.copyOf(columns);
    }

    /// The whole of a recursive query must be of the types that its non-recursive term promised.
    private static void checkColumns(ParseState state, WithEntry entry, List<TargetEntry> targets) {
        for (int i = 0; i < targets.size(); i++) {
            Expr value = targets.get(i).expression();
            ColumnInfo column = entry.columns.get(i);
            if (value.type() != column.type() || value.typmod() != column.typmod()) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "recursive query \"%s\" column %d has type %s in non-recursive term but type %s overall"
                                        .formatted(
                                                entry.name(),
                                                i + 1,
                                                state.catalog().formatType(column.type(), column.typmod()),
                                                state.catalog().formatType(value.type(), value.typmod())))
                        .hint("Cast the output of the non-recursive term to the correct type.")
                        .at(value.location() + 1);
            }
            if (value.collation() != column.collation()) {
                throw new PgException(
                                SqlState.COLLATION_MISMATCH,
                                ("recursive query \"%s\" column %d has collation \"%s\" in non-recursive term but"
                                                + " collation \"%s\" overall")
                                        .formatted(
                                                entry.name(),
                                                i + 1,
                                                Collations.name(state, column.collation()),
                                                Collations.name(state, value.collation())))
                        .hint("Use the COLLATE clause to set the collation of the non-recursive term.")
                        .at(value.location() + 1);
            }
        }
    }

    /// The WITH query of that name; null when there is none.
    static Found find(ParseState start, String name) {
        int levelsUp = 0;
        for (ParseState state = start; state != null; state = state.parent()) {
            for (WithEntry table : state.commonTables) {
                if (table.name().equals(name)) {
                    return new Found(table, levelsUp);
                }
            }
            levelsUp++;
        }
        return null;
    }

    /// The WITH query that an entry of the state's range table refers to.
    static WithEntry of(ParseState state, RangeTableEntry.CteReference reference) {
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
