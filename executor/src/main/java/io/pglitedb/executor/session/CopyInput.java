package io.pglitedb.executor.session;

import io.pglitedb.types.bytes.ByteWriter;

/// The client's side of COPY FROM STDIN, pulled by the session.
public interface CopyInput {
    /// Appends the next chunk of CopyData, blocking for it; false after CopyDone. Chunks need not end where rows
    /// do.
    /// Throws 57014 for CopyFail, 08006 when the client has vanished.
    boolean read(ByteWriter target);
}
