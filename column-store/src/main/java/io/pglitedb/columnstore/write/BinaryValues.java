package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.DistinctSketch;
import io.pglitedb.columnstore.descriptor.ZoneBuilder;
import io.pglitedb.columnstore.encoding.BinaryCodec;
import io.pglitedb.columnstore.encoding.BloomFilter;
import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.columnstore.form.BinaryForm;
import io.pglitedb.columnstore.form.ColumnForm.Order;
import io.pglitedb.columnstore.form.Physical;
import io.pglitedb.columnstore.form.TextForm;
import io.pglitedb.columnstore.form.UuidForm;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;

/// Values of a `BinaryForm`. Their zone map grows while they are added: it compares by the SQL type.
final class BinaryValues implements ChunkValues {
    /// Longer values are seldom asked for by equality.
    private static final int BLOOM_LENGTH_MAX = 40;
    private static final int LENGTH_BYTES = Integer.BYTES;
    private static final int BYTES_KEPT = 1 << 20;

    private final BinaryForm form;
    private final ByteWriter bytes = new ByteWriter(1024);
    private int[] starts = new int[1024];
    private int count;

    BinaryValues(BinaryForm form) {
        this.form = form;
    }

    @Override
    public void add(Object carrier) {
        form.put(carrier, bytes);
        endValue();
    }

    void addBytes(byte[] value) {
        bytes.putBytes(value);
        endValue();
    }

    private void endValue() {
        if (++count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count] = bytes.size();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long bytes() {
        return bytes.size() + (long) count * Integer.BYTES;
    }

    @Override
    public void clear() {
        count = 0;
        bytes.clear(BYTES_KEPT);
    }

    private boolean fixed() {
        return form.physical() == Physical.FIXED16;
    }

    @Override
    public ValueEncoding chooseEncoding() {
        long plain = bytes.size() + (fixed() ? 0 : (long) count * 2);
        DictionaryEncoding dictionary = dictionary((long) (plain * WORTH));
        return dictionary != null ? dictionary : fixed() ? new Fixed() : new DeltaLength();
    }

    /// Null when it has too many entries or takes more than so many bytes.
    private DictionaryEncoding dictionary(long bytesMax) {
        SliceTable table = new SliceTable(bytes.array());
        int[] codes = new int[count];
        for (int index = 0; index < count; index++) {
            codes[index] = table.code(starts[index], starts[index + 1]);
            if (table.size() > DICTIONARY_MAX || table.bytes() > bytesMax) {
                return null;
            }
        }
        int size = table.size();
        int lengths = fixed() ? 0 : size * LENGTH_BYTES;
        if (size == 0 || table.bytes() + lengths + (long) count * RleCodec.width(size - 1) / 8 > bytesMax) {
            return null;
        }
        ByteWriter plain = new ByteWriter((int) table.bytes() + lengths);
        for (int code = 0; code < size; code++) {
            int from = table.from(code);
            if (fixed()) {
                plain.putBytes(bytes.array(), from, table.to(code) - from);
            } else {
                BinaryCodec.encodePlain(bytes.array(), new int[] {from, table.to(code)}, 0, 1, plain);
            }
        }
        return new DictionaryEncoding(codes, plain.toByteArray(), size);
    }

    @Override
    public Bounds bounds(int from, int to) {
        if (from == to || form.order() == Order.NONE) {
            return Bounds.NONE;
        }
        int least = from;
        int greatest = from;
        for (int index = from + 1; index < to; index++) {
            least = compare(index, least) < 0 ? index : least;
            greatest = compare(index, greatest) > 0 ? index : greatest;
        }
        return form.order() == Order.BYTES && !fixed()
                ? ByteBounds.of(value(least), value(greatest), form)
                : new Bounds(value(least), value(greatest));
    }

    private byte[] value(int index) {
        return Arrays.copyOfRange(bytes.array(), starts[index], starts[index + 1]);
    }

    private int compare(int left, int right) {
        byte[] array = bytes.array();
        return compare(array, starts[left], starts[left + 1], array, starts[right], starts[right + 1]);
    }

    private int compare(byte[] left, int leftFrom, int leftTo, byte[] right, int rightFrom, int rightTo) {
        if (form.order() == Order.TWOS_COMPLEMENT && left[leftFrom] < 0 != right[rightFrom] < 0) {
            return left[leftFrom] < 0 ? -1 : 1;
        }
        return Arrays.compareUnsigned(left, leftFrom, leftTo, right, rightFrom, rightTo);
    }

    @Override
    public int compareBounds(byte[] left, byte[] right) {
        return compare(left, 0, left.length, right, 0, right.length);
    }

    @Override
    public void addTo(DistinctSketch sketch) {
        for (int index = 0; index < count; index++) {
            sketch.add(BloomFilter.hash(bytes.array(), starts[index], starts[index + 1] - starts[index]));
        }
    }

    @Override
    public void addTo(BloomFilter filter) {
        for (int index = 0; index < count; index++) {
            filter.add(BloomFilter.hash(bytes.array(), starts[index], starts[index + 1] - starts[index]));
        }
    }

    @Override
    public boolean bloomWorthwhile() {
        return (form instanceof TextForm || form instanceof UuidForm)
                && form.sqlOrder()
                && bytes.size() <= (long) count * BLOOM_LENGTH_MAX;
    }

    @Override
    public void addTo(ZoneBuilder zone) {
        // `ColumnWriter` has offered each value when it came.
    }

    private final class DeltaLength implements ValueEncoding {
        @Override
        public Encoding encoding() {
            return Encoding.DELTA_LENGTH_BYTE_ARRAY;
        }

        @Override
        public void encode(int from, int to, ByteWriter out) {
            BinaryCodec.encodeDeltaLength(bytes.array(), starts, from, to - from, out);
        }
    }

    private final class Fixed implements ValueEncoding {
        @Override
        public Encoding encoding() {
            return Encoding.PLAIN;
        }

        @Override
        public void encode(int from, int to, ByteWriter out) {
            out.putBytes(bytes.array(), starts[from], starts[to] - starts[from]);
        }
    }
}
