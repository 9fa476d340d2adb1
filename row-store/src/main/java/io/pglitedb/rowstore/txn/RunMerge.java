package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/// All keys of several runs in order, each once with the versions of all runs.
final class RunMerge implements KeyCursor {
    /// @param age 0 for the newest run
    private record Head(KeyCursor cursor, int age) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            int order = Arrays.compareUnsigned(
                    cursor.key(),
                    cursor.keyOffset(),
                    cursor.keyOffset() + cursor.keyLength(),
                    other.cursor.key(),
                    other.cursor.keyOffset(),
                    other.cursor.keyOffset() + other.cursor.keyLength());
            return order != 0 ? order : Integer.compare(age, other.age);
        }
    }

    private final List<KeyCursor> cursors = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>();
    private final ByteWriter key = new ByteWriter(64);
    private final ByteWriter versions = new ByteWriter(256);

    /// @param runs oldest first
    RunMerge(List<WriteRun> runs) {
        for (WriteRun run : runs) {
            KeyCursor cursor = run.cursor(null, null, Direction.FORWARD);
            cursors.add(cursor);
            advance(new Head(cursor, runs.size() - cursors.size()));
        }
    }

    private void advance(Head head) {
        if (head.cursor.next()) {
            heads.add(head);
        }
    }

    @Override
    public boolean next() {
        key.clear();
        versions.clear();
        Head head = heads.peek();
        if (head == null) {
            return false;
        }
        key.putBytes(head.cursor.key(), head.cursor.keyOffset(), head.cursor.keyLength());
        while (head != null && standsOnKey(head.cursor)) {
            heads.remove();
            versions.putBytes(head.cursor.value(), head.cursor.valueOffset(), head.cursor.valueLength());
            advance(head);
            head = heads.peek();
        }
        return true;
    }

    private boolean standsOnKey(KeyCursor cursor) {
        return Arrays.equals(
                key.array(), 0, key.size(), cursor.key(), cursor.keyOffset(), cursor.keyOffset() + cursor.keyLength());
    }

    @Override
    public byte[] key() {
        return key.array();
    }

    @Override
    public int keyLength() {
        return key.size();
    }

    @Override
    public byte[] value() {
        return versions.array();
    }

    @Override
    public int valueLength() {
        return versions.size();
    }

    @Override
    public void close() {
        cursors.forEach(KeyCursor::close);
    }
}
