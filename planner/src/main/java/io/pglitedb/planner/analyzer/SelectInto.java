package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.IntoClause;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;
import java.util.Optional;

/// `SELECT … INTO table …`: a CREATE TABLE AS in other words. Whoever runs statements asks for it before the
/// analysis, which takes INTO nowhere.
///
/// @param query the statement without INTO
public record SelectInto(IntoClause into, SelectStmt query) {

    /// Empty for every other statement. Of a set operation, the first SELECT has the INTO.
    public static Optional<SelectInto> in(Statement statement) {
        return statement instanceof SelectStmt select ? Optional.ofNullable(split(select)) : Optional.empty();
    }

    private static SelectInto split(SelectStmt select) {
        return switch (select.body()) {
            case SelectStmt.Plain plain ->
                plain.into() == null
                        ? null
                        : new SelectInto(
                                plain.into(),
                                withBody(
                                        select,
                                        new SelectStmt.Plain(
                                                plain.distinct(),
                                                plain.targets(),
                                                null,
                                                plain.from(),
                                                plain.where(),
                                                plain.groupBy(),
                                                plain.groupDistinct(),
                                                plain.having(),
                                                plain.windows())));
            case SelectStmt.SetOperation operation -> {
                SelectInto left = split(operation.left());
                yield left == null
                        ? null
                        : new SelectInto(
                                left.into(),
                                withBody(
                                        select,
                                        new SelectStmt.SetOperation(
                                                operation.operation(),
                                                operation.all(),
                                                left.query(),
                                                operation.right())));
            }
            case SelectStmt.Values ignored -> null;
        };
    }

    private static SelectStmt withBody(SelectStmt select, SelectStmt.Body body) {
        return new SelectStmt(
                select.with(),
                body,
                select.orderBy(),
                select.limitOffset(),
                select.limitCount(),
                select.withTies(),
                select.locking());
    }
}
