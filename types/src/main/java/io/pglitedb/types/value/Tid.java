package io.pglitedb.types.value;

/// The carrier of tid: a rowid in (block, offset) clothes. A block holds offsets 1 … `OFFSETS`.
///
/// @param block unsigned 32 bits
/// @param offset unsigned 16 bits
public record Tid(int block, int offset) implements Comparable<Tid> {
    private static final long OFFSETS = 0xffff;

    /// Rowids from 0; beyond 2^32 blocks (2^48 rows) the block wraps around and a tid no longer names one row.
    public static Tid ofRowid(long rowid) {
        return new Tid((int) (rowid / OFFSETS), (int) (rowid % OFFSETS) + 1);
    }

    public long rowid() {
        return Integer.toUnsignedLong(block) * OFFSETS + offset - 1;
    }

    @Override
    public int compareTo(Tid other) {
        int order = Integer.compareUnsigned(block, other.block);
        return order != 0 ? order : Integer.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return "(" + Integer.toUnsignedString(block) + "," + offset + ")";
    }
}
