package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// Uncommitted writes of one transaction in key order: a skip list in arrays, about 45 bytes a key beside its
/// bytes.
/// ```
///   nodes     chunk, offset, key length, newest version, next on level 0, next on level 1 …     (ints; 0 is the head)
///   versions  older version, command, chunk, offset, length (-1: delete), node                  (ints; 0 is none)
/// ```
/// Nodes are never removed, so cursors stay valid while later commands write; a node without versions counts as
/// absent. Versions ascend with time: a savepoint is the number of the next one. A transaction may have several
/// write sets, one after the other; numbers go on from one to the next.
final class WriteSet {
    private static final int LEVELS = 16;
    private static final int NODE_VERSION = 3;
    private static final int NODE_NEXT = 4;
    private static final int VERSION_INTS = 6;
    private static final int DELETED = -1;

    /// The last node inserted into a key space.
    private static final class Finger {
        /// 0 for none.
        int node;
        int height;
        /// The node before it on each level, 0 for the head.
        final int[] path = new int[LEVELS];
    }

    /// Number of the first version; version n of the array has number `firstNumber` + n - 1.
    private final long firstNumber;

    private final ByteArena arena = new ByteArena();
    private int[] nodes = new int[128];
    private int nodesUsed = NODE_NEXT + LEVELS;
    private int[] versions = new int[16 * VERSION_INTS];
    private int versionCount = 1;
    private int keyCount;
    private int savepointMark = 1;
    /// Where rows and index entries were put last: mostly the next one goes right behind.
    private final Finger rows = new Finger();
    private final Finger entries = new Finger();
    private final byte[] header = new byte[RowHeader.LENGTH];

    WriteSet(long firstNumber) {
        this.firstNumber = firstNumber;
    }

    long firstNumber() {
        return firstNumber;
    }

    long nextNumber() {
        return firstNumber + versionCount - 1;
    }

    /// Memory that it takes, about.
    long bytes() {
        return arena.bytes() + 4L * (nodes.length + versions.length);
    }

    boolean isEmpty() {
        return keyCount == 0;
    }

    /// Keys ever written, rolled back ones included.
    int keyCount() {
        return keyCount;
    }

    long mark() {
        savepointMark = versionCount;
        return nextNumber();
    }

    /// @param number that `mark` gave
    void rollbackTo(long number) {
        int mark = (int) (number - firstNumber + 1);
        for (int version = versionCount - 1; version >= mark; version--) {
            int at = version * VERSION_INTS;
            nodes[versions[at + 5] + NODE_VERSION] = versions[at];
        }
        versionCount = mark;
        savepointMark = mark;
    }

    void putRow(byte[] key, long transactionId, byte[] body, int offset, int length, int command) {
        RowHeader.put(header, 0, transactionId);
        int version = version(key, command);
        arena.reserve(RowHeader.LENGTH + length);
        point(version, RowHeader.LENGTH + length);
        arena.append(header, 0, RowHeader.LENGTH);
        arena.append(body, offset, length);
    }

    void put(byte[] key, byte[] value, int command) {
        int version = version(key, command);
        arena.reserve(value.length);
        point(version, value.length);
        arena.append(value, 0, value.length);
    }

    void delete(byte[] key, int command) {
        int version = version(key, command); // first: it may replace the array
        versions[version * VERSION_INTS + 4] = DELETED;
    }

    private void point(int version, int length) {
        int at = version * VERSION_INTS;
        versions[at + 2] = arena.chunk();
        versions[at + 3] = arena.offset();
        versions[at + 4] = length;
    }

    /// The version to fill: the newest one again when the same command wrote it behind the last savepoint.
    private int version(byte[] key, int command) {
        int node = nodeFor(key);
        int newest = nodes[node + NODE_VERSION];
        if (newest >= savepointMark && versions[newest * VERSION_INTS + 1] == command) {
            return newest;
        }
        int version = versionCount++;
        int at = version * VERSION_INTS;
        if (at + VERSION_INTS > versions.length) {
            versions = Arrays.copyOf(versions, versions.length * 2);
        }
        versions[at] = newest;
        versions[at + 1] = command;
        versions[at + 5] = node;
        nodes[node + NODE_VERSION] = version;
        return version;
    }

    private Finger finger(byte[] key) {
        return key[0] == StoreKey.ROW ? rows : entries;
    }

    /// Whether the key is absent and its place is right behind the finger's node.
    private boolean isBehind(Finger finger, byte[] key) {
        if (finger.node == 0 || compare(finger.node, key, 0, key.length) >= 0) {
            return false;
        }
        int next = nodes[finger.node + NODE_NEXT];
        return next == 0 || compare(next, key, 0, key.length) > 0;
    }

    private int nodeFor(byte[] key) {
        Finger finger = finger(key);
        if (isBehind(finger, key)) {
            Arrays.fill(finger.path, 0, finger.height, finger.node);
            return insert(key, finger);
        }
        int node = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            int next;
            while ((next = nodes[node + NODE_NEXT + level]) != 0 && compare(next, key, 0, key.length) < 0) {
                node = next;
            }
            finger.path[level] = node;
        }
        int found = nodes[node + NODE_NEXT];
        if (found != 0 && compare(found, key, 0, key.length) == 0) {
            finger.node = 0;
            return found;
        }
        return insert(key, finger);
    }

    /// Behind the nodes of the finger's path.
    private int insert(byte[] key, Finger finger) {
        int height = 1
                + Math.min(
                        LEVELS - 1,
                        Integer.numberOfTrailingZeros(
                                        ThreadLocalRandom.current().nextInt())
                                / 2);
        int node = nodesUsed;
        nodesUsed = Math.addExact(nodesUsed, NODE_NEXT + height);
        if (nodesUsed > nodes.length) {
            nodes = Arrays.copyOf(nodes, (int) Math.min(Integer.MAX_VALUE - 16L, nodes.length * 2L));
        }
        arena.reserve(key.length);
        nodes[node] = arena.chunk();
        nodes[node + 1] = arena.offset();
        nodes[node + 2] = key.length;
        arena.append(key, 0, key.length);
        for (int level = 0; level < height; level++) {
            nodes[node + NODE_NEXT + level] = nodes[finger.path[level] + NODE_NEXT + level];
            nodes[finger.path[level] + NODE_NEXT + level] = node;
        }
        keyCount++;
        finger.node = node;
        finger.height = height;
        keepBefore(finger == rows ? entries : rows, key, node, height);
        return node;
    }

    /// The new node may stand between another finger's node and those of its path.
    private void keepBefore(Finger other, byte[] key, int node, int height) {
        if (other.node == 0 || compare(other.node, key, 0, key.length) < 0) {
            return;
        }
        for (int level = 0; level < height; level++) {
            int before = other.path[level];
            if (before == 0 || compare(before, key, 0, key.length) < 0) {
                other.path[level] = node;
            }
        }
    }

    int compare(int node, byte[] key, int offset, int length) {
        int at = nodes[node + 1];
        return Arrays.compareUnsigned(arena.bytes(nodes[node]), at, at + nodes[node + 2], key, offset, offset + length);
    }

    /// First node with a key >= `key` (null: the first of all); 0 for none.
    int ceiling(byte[] key) {
        return key == null ? nodes[NODE_NEXT] : nodes[before(key) + NODE_NEXT];
    }

    /// Last node with a key < `key`; 0 for none.
    int lower(byte[] key) {
        return before(key);
    }

    int lower(int ofNode) {
        return before(keyOf(ofNode));
    }

    private int before(byte[] key) {
        int node = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            int next;
            while ((next = nodes[node + NODE_NEXT + level]) != 0 && compare(next, key, 0, key.length) < 0) {
                node = next;
            }
        }
        return node;
    }

    int next(int node) {
        return nodes[node + NODE_NEXT];
    }

    /// The newest version written by command `command` or an earlier one; 0 for none.
    int version(int node, int command) {
        int version = nodes[node + NODE_VERSION];
        while (version != 0 && versions[version * VERSION_INTS + 1] > command) {
            version = versions[version * VERSION_INTS];
        }
        return version;
    }

    /// As `version(node, command)`; 0 also when the key was never written.
    int find(byte[] key, int command) {
        if (keyCount == 0 || isBehind(finger(key), key)) {
            return 0;
        }
        int node = ceiling(key);
        return node != 0 && compare(node, key, 0, key.length) == 0 ? version(node, command) : 0;
    }

    int commandOf(int version) {
        return versions[version * VERSION_INTS + 1];
    }

    boolean isDelete(int version) {
        return versions[version * VERSION_INTS + 4] == DELETED;
    }

    byte[] valueOf(int version) {
        int at = versions[version * VERSION_INTS + 3];
        return Arrays.copyOfRange(valueBytes(version), at, at + valueLength(version));
    }

    byte[] keyOf(int node) {
        int at = nodes[node + 1];
        return Arrays.copyOfRange(arena.bytes(nodes[node]), at, at + nodes[node + 2]);
    }

    byte[] keyBytes(int node) {
        return arena.bytes(nodes[node]);
    }

    int keyOffset(int node) {
        return nodes[node + 1];
    }

    int keyLength(int node) {
        return nodes[node + 2];
    }

    byte[] valueBytes(int version) {
        return arena.bytes(versions[version * VERSION_INTS + 2]);
    }

    int valueOffset(int version) {
        return versions[version * VERSION_INTS + 3];
    }

    int valueLength(int version) {
        return versions[version * VERSION_INTS + 4];
    }

    KeyCursor allVersions() {
        return new VersionsCursor(this);
    }

    /// Appends a node's versions in the form of a run.
    void putVersions(int node, ByteWriter out) {
        for (int version = nodes[node + NODE_VERSION]; version != 0; version = versions[version * VERSION_INTS]) {
            long number = firstNumber + version - 1;
            if (isDelete(version)) {
                RunVersion.putDelete(out, number, commandOf(version));
            } else {
                RunVersion.put(
                        out,
                        number,
                        commandOf(version),
                        valueBytes(version),
                        valueOffset(version),
                        valueLength(version));
            }
        }
    }

    /// The final writes in order of their keys.
    void forEach(WriteVisitor visitor) {
        for (int node = nodes[NODE_NEXT]; node != 0; node = nodes[node + NODE_NEXT]) {
            int version = nodes[node + NODE_VERSION];
            if (version == 0) {
                continue;
            }
            if (isDelete(version)) {
                visitor.delete(keyBytes(node), keyOffset(node), keyLength(node));
            } else {
                visitor.put(
                        keyBytes(node),
                        keyOffset(node),
                        keyLength(node),
                        valueBytes(version),
                        valueOffset(version),
                        valueLength(version));
            }
        }
    }
}
