package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All that a transaction has written: the youngest writes in memory, those before them, once there are more than
/// [WriteMemory] allows, in runs. Memory stays bounded however much is written.
/// ```
///   stored rows ◀─ oldest run ◀─ … ◀─ newest run ◀─ memory          each hides what lies to its left
/// ```
/// Runs are merged sixteen at a time, so that their number grows with the logarithm of what is written.
final class OwnWrites implements AutoCloseable {
    private static final int MERGED_RUNS = 16;
    private static final int ALL_COMMANDS = Integer.MAX_VALUE;
    private static final long SHARE_BYTES = 16L << 20;

    /// @param value null for a delete
    record Version(int command, byte[] value) {
        boolean isDelete() {
            return value == null;
        }
    }

    /// @param rank how often its writes were merged
    private record Ranked(WriteRun run, int rank) {}

    private final TransactionHost host;
    private WriteSet memory = new WriteSet(1);
    /// Oldest first; ranks descend.
    private final List<Ranked> runs = new ArrayList<>();
    private final VoidVersions voids = new VoidVersions();
    private long keyCount;
    /// Taken from the memory that all share.
    private long share;

    OwnWrites(TransactionHost host) {
        this.host = host;
    }

    boolean isEmpty() {
        return runs.isEmpty() && memory.isEmpty();
    }

    /// Keys ever written, at most.
    long keyCount() {
        return keyCount + memory.keyCount();
    }

    void putRow(byte[] key, long transactionId, byte[] body, int offset, int length, int command) {
        memory.putRow(key, transactionId, body, offset, length, command);
        spillIfLarge();
    }

    void put(byte[] key, byte[] value, int command) {
        memory.put(key, value, command);
        spillIfLarge();
    }

    void delete(byte[] key, int command) {
        memory.delete(key, command);
        spillIfLarge();
    }

    private void spillIfLarge() {
        while (memory.bytes() > host.writeMemory().bytesOfEach() + share) {
            if (!host.writeMemory().take(SHARE_BYTES)) {
                spill();
                return;
            }
            share += SHARE_BYTES;
        }
    }

    private void clearMemory(long nextNumber) {
        memory = new WriteSet(nextNumber);
        host.writeMemory().giveBack(share);
        share = 0;
    }

    private void spill() {
        try (KeyCursor versions = memory.allVersions()) {
            runs.add(new Ranked(host.writeRun(versions, memory.keyCount()), 0));
        }
        keyCount += memory.keyCount();
        clearMemory(memory.nextNumber());
        int first = runs.size() - MERGED_RUNS;
        while (first >= 0 && runs.get(first).rank == runs.getLast().rank) {
            mergeFrom(first);
            first = runs.size() - MERGED_RUNS;
        }
    }

    private void mergeFrom(int first) {
        List<Ranked> old = runs.subList(first, runs.size());
        Ranked whole;
        try (RunMerge merge = merge(old)) {
            whole = new Ranked(
                    host.writeRun(
                            merge,
                            old.stream().mapToLong(line -> line.run.keyCount()).sum()),
                    old.getLast().rank + 1);
        }
        old.forEach(line -> line.run.close());
        old.clear();
        runs.add(whole);
    }

    private static RunMerge merge(List<Ranked> lines) {
        return new RunMerge(lines.stream().map(Ranked::run).toList());
    }

    /// Number of the next version: what a savepoint remembers.
    long mark() {
        return memory.mark();
    }

    void rollbackTo(long mark) {
        if (mark >= memory.firstNumber()) {
            memory.rollbackTo(mark);
        } else {
            voids.takeBack(mark, memory.nextNumber());
            clearMemory(memory.nextNumber());
        }
    }

    /// The newest version that a command sees; null when it sees none.
    Version find(byte[] key, int command) {
        int version = memory.find(key, command);
        if (version != 0) {
            return new Version(memory.commandOf(version), memory.isDelete(version) ? null : memory.valueOf(version));
        }
        for (int index = runs.size() - 1; index >= 0; index--) {
            byte[] versions = runs.get(index).run.find(key);
            RunVersion newest =
                    versions == null ? null : RunVersion.newest(versions, 0, versions.length, command, voids);
            if (newest != null) {
                return new Version(
                        newest.command(),
                        newest.isDelete()
                                ? null
                                : Arrays.copyOfRange(versions, newest.offset(), newest.offset() + newest.length()));
            }
        }
        return null;
    }

    /// Whether there may be writes with keys in [low, high): those taken back count, too.
    boolean any(byte[] low, byte[] high) {
        if (!memory.isEmpty()) {
            int node = memory.ceiling(low);
            if (node != 0 && memory.compare(node, high, 0, high.length) < 0) {
                return true;
            }
        }
        for (Ranked line : runs) {
            try (KeyCursor versions = line.run.cursor(low, high, Direction.FORWARD)) {
                if (versions.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Lays the writes that a command sees over what is stored, keys in [low, high).
    KeyCursor over(KeyCursor stored, byte[] low, byte[] high, int command, Direction direction) {
        KeyCursor all = stored;
        for (Ranked line : runs) {
            all = new MergedCursor(
                    all, new RunCursor(line.run.cursor(low, high, direction), command, voids), direction);
        }
        return memory.isEmpty()
                ? all
                : new MergedCursor(all, new MemoryCursor(memory, low, high, command, direction), direction);
    }

    /// The final writes in order of their keys.
    void forEach(WriteVisitor visitor) {
        if (runs.isEmpty()) {
            memory.forEach(visitor);
            return;
        }
        if (!memory.isEmpty()) {
            spill();
        }
        try (RunMerge merge = merge(runs)) {
            while (merge.next()) {
                RunVersion newest =
                        RunVersion.newest(merge.value(), merge.valueOffset(), merge.valueLength(), ALL_COMMANDS, voids);
                if (newest != null && newest.isDelete()) {
                    visitor.delete(merge.key(), merge.keyOffset(), merge.keyLength());
                } else if (newest != null) {
                    visitor.put(
                            merge.key(),
                            merge.keyOffset(),
                            merge.keyLength(),
                            merge.value(),
                            newest.offset(),
                            newest.length());
                }
            }
        }
    }

    @Override
    public void close() {
        clearMemory(1);
        runs.forEach(line -> line.run.close());
        runs.clear();
    }
}
