package io.pglitedb.rowstore;

import java.util.List;

/// What is stored, whoever knows of it: for checks.
public interface StoreInspection {
    /// Reads all table files. XX001 for a block with a wrong checksum.
    void verifyFiles();

    /// Numbers under which rows are stored, ascending.
    List<Integer> relationNumbers(Snapshot snapshot);

    /// Numbers under which index entries are stored, ascending.
    List<Integer> indexNumbers(Snapshot snapshot);

    /// The rowid that `RowStore.nextRowid` would give.
    long nextRowid(int relationNumber);

    /// The number that `RowStore.allocateNumber` would give.
    int nextNumber();

    /// What the calling thread has read since some moment of its past: compare two answers. Counting begins with the
    /// first call and slows the thread's reads a little until [#stopCountingBlocks].
    BlockReads countBlocks();

    void stopCountingBlocks();
}
