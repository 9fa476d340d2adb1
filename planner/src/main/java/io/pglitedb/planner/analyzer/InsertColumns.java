package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns that an INSERT gives values for. Source: PostgreSQL's checkInsertTargets and transformInsertRow.
///
/// @param written whether the statement names them
record InsertColumns(TargetTable target, List<ResTarget> columns, boolean written) {

    static InsertColumns of(TargetTable target, List<ResTarget> named) {
        if (named.isEmpty()) {
            List<ResTarget> all = new ArrayList<>();
            target.table().columns().stream()
                    .filter(column -> !column.dropped())
                    .forEach(column -> all.add(new ResTarget(column.name(), List.of(), null, -1)));
            return new InsertColumns(target, all, false);
        }
        Set<String> whole = new HashSet<>();
        Set<String> parts = new HashSet<>();
        for (ResTarget column : named) {
            target.attribute(column);
            boolean isPart = !column.indirection().isEmpty();
            if (whole.contains(column.name()) || !isPart && parts.contains(column.name())) {
                throw new PgException(
                                SqlState.DUPLICATE_COLUMN,
                                "column \"%s\" specified more than once".formatted(column.name()))
                        .at(column.location() + 1);
            }
            (isPart ? parts : whole).add(column.name());
        }
        return new InsertColumns(target, named, true);
    }

    boolean hasParts() {
        return columns.stream().anyMatch(column -> !column.indirection().isEmpty());
    }

    /// The values as the columns take them.
    List<Expr> assigned(ParseState state, List<Expr> values) {
        if (values.size() > columns.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "INSERT has more expressions than target columns")
                    .at(values.get(columns.size()).location() + 1);
        }
        if (written && values.size() < columns.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "INSERT has more target columns than expressions")
                    .at(columns.get(values.size()).location() + 1);
        }
        List<Expr> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ResTarget column = columns.get(i);
            Expr value = values.get(i);
            result.add(state.in(
                    ExprKind.INSERT_TARGET,
                    () -> target.assigned(state, value, target.attribute(column), column, true)));
        }
        return result;
    }

    List<TargetEntry> entries(List<Expr> assigned) {
        List<TargetEntry> result = new ArrayList<>();
        for (int i = 0; i < assigned.size(); i++) {
            ResTarget column = columns.get(i);
            TargetTable.add(result, new TargetEntry(assigned.get(i), target.attribute(column), column.name(), false));
        }
        return result;
    }
}
