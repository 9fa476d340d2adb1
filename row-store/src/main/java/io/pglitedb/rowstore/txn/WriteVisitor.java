package io.pglitedb.rowstore.txn;

/// Receives the final writes of a transaction in order of their keys. Arrays are only valid during the call.
public interface WriteVisitor {
    void put(byte[] keys, int keyOffset, int keyLength, byte[] values, int valueOffset, int valueLength);

    void delete(byte[] keys, int keyOffset, int keyLength);
}
