package io.pglitedb.rowstore.txn;

import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Numbers of versions that rollbacks to savepoints took back: ranges [from, to), ascending, apart from each
/// other.
final class VoidVersions {
    private final LongArrayList from = new LongArrayList();
    private final LongArrayList to = new LongArrayList();

    /// Takes back all from a savepoint's number up to the next one to be given.
    void takeBack(long savepoint, long next) {
        while (!from.isEmpty() && from.getLong(from.size() - 1) >= savepoint) {
            from.removeLong(from.size() - 1);
            to.removeLong(to.size() - 1);
        }
        from.add(savepoint);
        to.add(next);
    }

    boolean contains(long number) {
        for (int range = from.size() - 1; range >= 0 && number < to.getLong(range); range--) {
            if (number >= from.getLong(range)) {
                return true;
            }
        }
        return false;
    }
}
