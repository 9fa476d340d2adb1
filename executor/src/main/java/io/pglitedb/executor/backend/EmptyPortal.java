package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.ResponseSink;
import java.util.List;

/// A portal of an empty string.
final class EmptyPortal extends Portal {
    EmptyPortal(String name, int level) {
        super(name, null, ResultShape.NONE, List.of(), level);
    }

    @Override
    String run(long maxRows, RowReceiver receiver, ResponseSink sink) {
        throw new IllegalStateException("an empty statement has no tag");
    }

    @Override
    public void close() {}
}
