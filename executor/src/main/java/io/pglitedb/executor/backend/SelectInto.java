package io.pglitedb.executor.backend;

import io.pglitedb.planner.ast.IntoClause;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateTableAs;

/// SELECT INTO is CREATE TABLE AS in another spelling. Of a set operation it is the leftmost SELECT that may say
/// INTO.
final class SelectInto {
    private SelectInto() {}

    /// The statement itself unless it is a SELECT INTO.
    static Statement asCommand(Statement statement) {
        if (statement instanceof SelectStmt select) {
            IntoClause into = into(select);
            if (into != null) {
                return new CreateTableAs(into, false, false, without(select));
            }
        }
        return statement;
    }

    private static IntoClause into(SelectStmt select) {
        return switch (select.body()) {
            case SelectStmt.Plain plain -> plain.into();
            case SelectStmt.SetOperation operation -> into(operation.left());
            case SelectStmt.Values _ -> null;
        };
    }

    private static SelectStmt without(SelectStmt select) {
        SelectStmt.Body body = switch (select.body()) {
            case SelectStmt.Plain plain ->
                new SelectStmt.Plain(
                        plain.distinct(),
                        plain.targets(),
                        null,
                        plain.from(),
                        plain.where(),
                        plain.groupBy(),
                        plain.groupDistinct(),
                        plain.having(),
                        plain.windows());
            case SelectStmt.SetOperation operation ->
                new SelectStmt.SetOperation(
                        operation.operation(), operation.all(), without(operation.left()), operation.right());
            case SelectStmt.Values values -> values;
        };
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
