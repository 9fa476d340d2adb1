package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// A statement bound to its parameters, and how far it has run.
public abstract sealed class Portal implements AutoCloseable permits QueryPortal, CommandPortal, EmptyPortal {
    private final String name;
    private final StatementSource source;
    private final ResultShape shape;
    private final List<ColumnFormat> formats;
    private int level;
    private boolean failed;

    Portal(String name, StatementSource source, ResultShape shape, List<ColumnFormat> formats, int level) {
        this.name = name;
        this.source = source;
        this.shape = shape;
        this.formats = List.copyOf(formats);
        this.level = level;
    }

    public String name() {
        return name;
    }

    public StatementSource source() {
        return source;
    }

    public ResultShape shape() {
        return shape;
    }

    public List<ColumnFormat> formats() {
        return formats;
    }

    /// Of the transaction (1) or savepoint in which it was made.
    int level() {
        return level;
    }

    void level(int newLevel) {
        level = newLevel;
    }

    void fail() {
        failed = true;
    }

    void requireRunnable() {
        if (failed) {
            throw cannotRun();
        }
    }

    PgException cannotRun() {
        return new PgException(
                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "portal \"%s\" cannot be run".formatted(name));
    }

    /// Runs on, sending at most `maxRows` rows (0: all).
    ///
    /// @return the tag of the completion; null when there may be more rows
    abstract String run(long maxRows, RowReceiver receiver, ResponseSink sink);

    @Override
    public abstract void close();
}
