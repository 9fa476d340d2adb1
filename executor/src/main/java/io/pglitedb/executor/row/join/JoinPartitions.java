package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.spill.SpillFile;
import java.nio.file.Path;

/// Both sides of a hash join that is too large for memory, split by the hash of the keys: rows that may meet are
/// in the files of one number.
public final class JoinPartitions {
    public static final int COUNT = 16;
    private static final int BITS = 4;
    /// Deeper the hash has no bits left.
    public static final int LEVELS_MAX = Integer.SIZE / BITS - 1;

    private final int level;
    private final SpillFile[] left = new SpillFile[COUNT];
    private final SpillFile[] right = new SpillFile[COUNT];

    /// @param level how often the rows have been split already
    public JoinPartitions(int level, RowSerializer leftRows, RowSerializer rightRows, Path directory) {
        this.level = level;
        for (int i = 0; i < COUNT; i++) {
            left[i] = new SpillFile(leftRows, directory);
            right[i] = new SpillFile(rightRows, directory);
        }
    }

    int level() {
        return level;
    }

    private int number(int hash) {
        return hash >>> Integer.SIZE - BITS * (level + 1) & COUNT - 1;
    }

    /// @param hash of the keys; any where one is NULL
    public void addLeft(int hash, Object[] row) {
        left[number(hash)].add(row);
    }

    public void addRight(int hash, Object[] row) {
        right[number(hash)].add(row);
    }

    public SpillFile left(int number) {
        return left[number];
    }

    public SpillFile right(int number) {
        return right[number];
    }
}
