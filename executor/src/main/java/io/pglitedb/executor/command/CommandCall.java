package io.pglitedb.executor.command;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.RowReceiver;
import io.pglitedb.executor.session.ResponseSink;
import java.util.List;

/// One run of a command.
///
/// @param sink the client, for COPY only: notices go by the session's context, rows to `rows`
/// @param rows where the command's rows go
/// @param text the whole string that the statement came in
/// @param parameterTypes OIDs of the values bound
/// @param parameters values bound, null for SQL NULL
public record CommandCall(
        Backend session,
        ResponseSink sink,
        RowReceiver rows,
        String text,
        List<Integer> parameterTypes,
        Object[] parameters) {}
