package io.pglitedb.executor.definition;

import io.pglitedb.executor.backend.TemporaryTables;
import io.pglitedb.planner.ast.IntoClause.OnCommit;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// ON COMMIT of tables that are made.
public final class CommitActions {
    private CommitActions() {}

    /// 42P16 for a table that outlives the session.
    public static void requireTemporary(OnCommit action, char persistence) {
        if (action != OnCommit.NONE && persistence != 't') {
            throw new PgException(SqlState.INVALID_TABLE_DEFINITION, "ON COMMIT can only be used on temporary tables");
        }
    }

    /// Notes what a commit does to the table.
    public static void note(OnCommit action, int table, Definition definition) {
        TemporaryTables tables = definition.backend().temporaryTables();
        switch (action) {
            case NONE, PRESERVE_ROWS -> {}
            case DELETE_ROWS -> tables.emptyOnCommit(table);
            case DROP -> tables.dropOnCommit(table);
        }
    }
}
