package io.pglitedb.executor.backend;

import io.pglitedb.executor.run.CursorRows;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// WHERE CURRENT OF. Source of the rules: PostgreSQL's execCurrentOf.
final class CurrentRows implements CursorRows {
    private final Backend session;

    CurrentRows(Backend session) {
        this.session = session;
    }

    @Override
    public long rowid(String name, int table) {
        QueryPortal portal = session.portals().cursor(name);
        if (portal.level() == 0) {
            throw invalid("cursor \"%s\" is held from a previous transaction".formatted(name));
        }
        Cursor cursor = portal.cursor();
        if (!cursor.isOnRow()) {
            throw invalid("cursor \"%s\" is not positioned on a row".formatted(name));
        }
        Map<Integer, Long> position = cursor.rowPosition();
        if (position == null || !position.containsKey(table)) {
            throw invalid("cursor \"%s\" is not a simply updatable scan of table \"%s\""
                    .formatted(name, session.catalog().table(table).name()));
        }
        return position.get(table);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_CURSOR_STATE, message);
    }
}
