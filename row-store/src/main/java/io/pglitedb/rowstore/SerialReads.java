package io.pglitedb.rowstore;

/// What a SERIALIZABLE transaction reads, so that conflicts with what others write are found. To be told before
/// the reading; whoever reads system catalogs or temporary tables need not. Each may raise 40001.
public interface SerialReads {
    /// All rows of a relation, those yet to come included.
    void relation(int relationNumber);

    void row(int relationNumber, long rowid);

    /// All entries of an index with keys in [low, high); a null bound is the index's end.
    void index(int indexNumber, byte[] low, byte[] high);

    /// Whether a concurrent transaction has read the place where this one finds the key of its new row taken:
    /// then that is the error to raise.
    void keyTaken(int indexNumber, byte[] key);
}
