package io.pglitedb.executor.backend;

import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;

/// How a SELECT that locks or writes is called in messages.
final class RowLocking {
    private RowLocking() {}

    static String commandName(Statement statement) {
        if (!(statement instanceof SelectStmt select) || select.locking().isEmpty()) {
            return "SELECT";
        }
        return switch (select.locking().getFirst().strength()) {
            case KEY_SHARE -> "SELECT FOR KEY SHARE";
            case SHARE -> "SELECT FOR SHARE";
            case NO_KEY_UPDATE -> "SELECT FOR NO KEY UPDATE";
            case UPDATE -> "SELECT FOR UPDATE";
        };
    }
}
