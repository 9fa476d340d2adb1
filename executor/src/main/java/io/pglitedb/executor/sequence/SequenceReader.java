package io.pglitedb.executor.sequence;

/// The rows that sequences show as. A context of the session (`SessionContext.as(SequenceReader.class)`).
public interface SequenceReader {
    /// @param sequence OID
    SequenceState.Row row(int sequence);
}
