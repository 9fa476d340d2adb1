package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.NONE;

import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// SEARCH and CYCLE of a WITH query. Source: PostgreSQL's analyzeCTE.
final class SearchAndCycle {
    private SearchAndCycle() {}

    /// The type of the mark column, which the query itself may refer to.
    static void cycleMark(ParseState state, WithEntry entry) {
        WithClause.CycleClause raw = entry.raw.cycle();
        if (raw == null) {
            return;
        }
        Expr value = ExpressionAnalyzer.analyze(state, raw.markValue(), ExprKind.CYCLE_MARK);
        Expr otherwise = ExpressionAnalyzer.analyze(state, raw.markDefault(), ExprKind.CYCLE_MARK);
        int type = CommonType.select(state.types(), List.of(value, otherwise), "CYCLE");
        value = collated(state, Coercion.toCommon(state, value, type, "CYCLE/SET/TO"));
        otherwise = collated(state, Coercion.toCommon(state, otherwise, type, "CYCLE/SET/DEFAULT"));
        int equal = SortOperators.find(state, type, false, -1).equal();
        int unequal = state.catalog().operator(equal).negator();
        if (unequal == NONE) {
            throw new PgException(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify an inequality operator for type %s"
                            .formatted(state.types().name(type)));
        }
        List<Expr> both = List.of(value, otherwise);
        entry.cycle = new CommonTable.Cycle(
                raw.columns(),
                raw.markColumn(),
                value,
                otherwise,
                raw.pathColumn(),
                type,
                Expr.commonTypmod(both, type),
                CollationAssigner.common(state, both, true),
                equal);
    }

    private static Expr collated(ParseState state, Expr value) {
        return CollationAssigner.assign(state, value);
    }

    static void check(WithEntry entry) {
        WithClause.SearchClause search = entry.raw.search();
        WithClause.CycleClause cycle = entry.raw.cycle();
        if (search == null && cycle == null) {
            return;
        }
        if (!entry.recursive) {
            throw new PgException(SqlState.SYNTAX_ERROR, "WITH query is not recursive").at(entry.raw.location() + 1);
        }
        SetOperationTree.Operation union = (SetOperationTree.Operation) entry.query.setOperations();
        requireLeaf(union.left(), "left");
        requireLeaf(union.right(), "right");
        List<String> names = entry.columns.stream().map(ColumnInfo::name).toList();
        if (search != null) {
            checkColumns(search.columns(), names, "search", search.location());
            checkUnused(search.sequenceColumn(), names, "search sequence", search.location());
        }
        if (cycle != null) {
            checkColumns(cycle.columns(), names, "cycle", cycle.location());
            checkUnused(cycle.markColumn(), names, "cycle mark", cycle.location());
            checkUnused(cycle.pathColumn(), names, "cycle path", cycle.location());
            checkDifferent(cycle.markColumn(), "cycle mark", cycle.pathColumn(), "cycle path", cycle.location());
        }
        if (search != null && cycle != null) {
            String sequence = search.sequenceColumn();
            checkDifferent(sequence, "search sequence", cycle.markColumn(), "cycle mark", search.location());
            checkDifferent(sequence, "search sequence", cycle.pathColumn(), "cycle path", search.location());
        }
    }

    private static void requireLeaf(SetOperationTree side, String name) {
        if (!(side instanceof SetOperationTree.Leaf)) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "with a SEARCH or CYCLE clause, the %s side of the UNION must be a SELECT".formatted(name));
        }
    }

    private static void checkColumns(List<String> columns, List<String> names, String what, int location) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!names.contains(column)) {
                throw new PgException(
                                SqlState.SYNTAX_ERROR,
                                "%s column \"%s\" not in WITH query column list".formatted(what, column))
                        .at(location + 1);
            }
            if (!seen.add(column)) {
                throw new PgException(
                                SqlState.DUPLICATE_COLUMN,
                                "%s column \"%s\" specified more than once".formatted(what, column))
                        .at(location + 1);
            }
        }
    }

    private static void checkUnused(String column, List<String> names, String what, int location) {
        if (names.contains(column)) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "%s column name \"%s\" already used in WITH query column list".formatted(what, column))
                    .at(location + 1);
        }
    }

    private static void checkDifferent(String first, String what, String second, String other, int location) {
        if (first.equals(second)) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "%s column name and %s column name are the same".formatted(what, other))
                    .at(location + 1);
        }
    }
}
