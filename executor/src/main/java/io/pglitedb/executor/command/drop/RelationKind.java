package io.pglitedb.executor.command.drop;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// The kinds of relations that DROP tells apart.
///
/// @param letters of pg_class.relkind
enum RelationKind {
    TABLE("table", "a table", "rp", "DROP TABLE"),
    SEQUENCE("sequence", "a sequence", "S", "DROP SEQUENCE"),
    VIEW("view", "a view", "v", "DROP VIEW"),
    MATERIALIZED_VIEW("materialized view", "a materialized view", "m", "DROP MATERIALIZED VIEW"),
    INDEX("index", "an index", "iI", "DROP INDEX"),
    FOREIGN_TABLE("foreign table", "a foreign table", "f", "DROP FOREIGN TABLE"),
    TYPE("type", "a type", "c", "DROP TYPE");

    private final String words;
    private final String indefinite;
    private final String letters;
    private final String command;

    RelationKind(String words, String indefinite, String letters, String command) {
        this.words = words;
        this.indefinite = indefinite;
        this.letters = letters;
        this.command = command;
    }

    static RelationKind of(ObjectKind kind) {
        return valueOf(kind.name());
    }

    String words() {
        return words;
    }

    boolean accepts(char letter) {
        return letters.indexOf(letter) >= 0;
    }

    SqlState missingState() {
        return this == INDEX ? SqlState.UNDEFINED_OBJECT : SqlState.UNDEFINED_TABLE;
    }

    /// 42809 with the command that would do.
    PgException wrongKind(TableDef table) {
        PgException error =
                new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not %s".formatted(table.name(), indefinite));
        for (RelationKind kind : values()) {
            if (kind.accepts(table.kind())) {
                return error.hint("Use %s to remove %s.".formatted(kind.command, kind.indefinite));
            }
        }
        return error;
    }
}
