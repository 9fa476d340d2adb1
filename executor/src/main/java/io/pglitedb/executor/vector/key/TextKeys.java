package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/// Keys that are the same when their bytes are.
final class TextKeys extends KeyColumn {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9e3779b97f4a7c15L;
    /// Of a dictionary whose hashes are kept.
    private static final int ENTRIES_MAX = 1 << 16;

    private final VectorForm form;
    private byte[] keys = new byte[1024];
    private int[] starts = new int[65];
    private final BitSet nullKeys;
    private int count;

    /// Of the batch's column: row r is entry `codes[r]`, entry r where codes are Java null.
    private BytesVector entries;
    private int[] codes;
    private long[] nulls;
    /// Hashes by entry of a dictionary that is small enough; 0 for one not computed yet.
    private int[] entryHashes = {};

    TextKeys(VectorForm form) {
        this(form, new BitSet());
    }

    private TextKeys(VectorForm form, BitSet nullKeys) {
        this.form = form;
        this.nullKeys = nullKeys;
    }

    @Override
    KeyColumn reader() {
        TextKeys reader = new TextKeys(form, nullKeys);
        reader.keys = keys;
        reader.starts = starts;
        reader.count = count;
        return reader;
    }

    @Override
    void bind(Vector vector, Selection rows) {
        nulls = vector.nulls();
        if (vector instanceof DictionaryVector column && column.dictionary() instanceof BytesVector dictionary) {
            codes = column.codes();
            if (dictionary != entries) {
                entries = dictionary;
                entryHashes = entries.length() <= ENTRIES_MAX ? new int[entries.length()] : null;
            }
            return;
        }
        codes = null;
        entries = vector instanceof BytesVector bytes ? bytes : flat(vector, rows);
    }

    private BytesVector flat(Vector vector, Selection rows) {
        VectorBuilder flat = VectorBuilder.of(form, vector.length());
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            while (flat.length() < row) {
                flat.appendNull();
            }
            flat.append(vector.get(row));
        }
        return (BytesVector) flat.build();
    }

    private int entry(int row) {
        return codes == null ? row : codes[row];
    }

    @Override
    void hash(Selection rows, int[] hashes) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            hashes[row] = hashes[row] * 31 + (Nulls.isNull(nulls, row) ? 0 : hash(row));
        }
    }

    private int hash(int row) {
        int entry = entry(row);
        if (codes == null || entryHashes == null) {
            return hash(entries.bytes(), entries.starts()[entry], entries.starts()[entry + 1]);
        }
        int known = entryHashes[entry];
        if (known == 0) {
            known = hash(entries.bytes(), entries.starts()[entry], entries.starts()[entry + 1]);
            entryHashes[entry] = known;
        }
        return known;
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = to - from + 1;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, at)) * MIX;
            hash ^= hash >>> 29;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        hash = (hash ^ rest) * MIX;
        return (int) (hash ^ hash >>> 32);
    }

    @Override
    boolean same(int number, int row) {
        if (Nulls.isNull(nulls, row)) {
            return nullKeys.get(number);
        }
        int from = entries.starts()[entry(row)];
        int length = entries.starts()[entry(row) + 1] - from;
        int start = starts[number];
        if (starts[number + 1] - start != length || nullKeys.get(number)) {
            return false;
        }
        if (length < Long.BYTES) {
            for (int i = 0; i < length; i++) {
                if (keys[start + i] != entries.bytes()[from + i]) {
                    return false;
                }
            }
            return true;
        }
        return Arrays.equals(keys, start, start + length, entries.bytes(), from, from + length);
    }

    @Override
    void append(int row) {
        int start = starts[count];
        int length = 0;
        if (Nulls.isNull(nulls, row)) {
            nullKeys.set(count);
        } else {
            int from = entries.starts()[entry(row)];
            length = entries.starts()[entry(row) + 1] - from;
            if (length > keys.length - start) {
                keys = Arrays.copyOf(keys, Math.max(Math.addExact(start, length), keys.length * 2));
            }
            System.arraycopy(entries.bytes(), from, keys, start, length);
        }
        if (++count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count] = start + length;
    }

    @Override
    Vector values(int from, int to) {
        long[] found = null;
        for (int number = nullKeys.nextSetBit(from);
                number >= 0 && number < to;
                number = nullKeys.nextSetBit(number + 1)) {
            found = found == null ? new long[Nulls.words(to - from)] : found;
            Nulls.set(found, number - from);
        }
        return new BytesVector(form, keys, Arrays.copyOfRange(starts, from, to + 1), found, to - from);
    }

    @Override
    long bytes() {
        return keys.length + (long) starts.length * Integer.BYTES;
    }
}
