package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.DistinctSketch;
import io.pglitedb.columnstore.descriptor.ZoneBuilder;
import io.pglitedb.columnstore.encoding.BloomFilter;
import io.pglitedb.columnstore.encoding.DeltaBinaryPacked;
import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.encoding.PlainCodec;
import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.columnstore.form.FloatForm;
import io.pglitedb.columnstore.form.NumberForm;
import io.pglitedb.columnstore.form.Physical;
import io.pglitedb.types.bytes.ByteWriter;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;

/// Values of a `NumberForm`.
final class NumberValues implements ChunkValues {
    private final NumberForm form;
    private long[] values = new long[1024];
    private int count;

    NumberValues(NumberForm form) {
        this.form = form;
    }

    @Override
    public void add(Object carrier) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = form.number(carrier);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long bytes() {
        return (long) count * Long.BYTES;
    }

    @Override
    public void clear() {
        count = 0;
    }

    private int width() {
        return form.physical().bytes();
    }

    @Override
    public ValueEncoding chooseEncoding() {
        if (form.physical() == Physical.BOOLEAN) {
            return new Bits();
        }
        long plain = (long) count * width();
        ValueEncoding best = new Plain();
        double bestBytes = plain * WORTH;
        if (deltaFits()) {
            long delta = DeltaBinaryPacked.estimate(values, 0, count);
            if (delta < bestBytes) {
                best = new Delta();
                bestBytes = delta * WORTH; // a dictionary is the faster one, but must not be much larger
            }
        }
        DictionaryEncoding dictionary = dictionary((long) (best instanceof Delta ? bestBytes / WORTH : bestBytes));
        return dictionary == null ? best : dictionary;
    }

    /// INT32 pages whose deltas pass 32 bits are read differently by different readers.
    private boolean deltaFits() {
        if (form instanceof FloatForm || count == 0) {
            return false;
        }
        if (form.physical() == Physical.INT64) {
            return true;
        }
        long least = Arrays.stream(values, 0, count).min().getAsLong();
        long greatest = Arrays.stream(values, 0, count).max().getAsLong();
        return greatest - least <= Integer.MAX_VALUE;
    }

    /// Null when it has too many entries or takes more than so many bytes.
    private DictionaryEncoding dictionary(long bytesMax) {
        Long2IntOpenHashMap codeOf = new Long2IntOpenHashMap();
        codeOf.defaultReturnValue(-1);
        int[] codes = new int[count];
        long[] entries = new long[1024];
        for (int index = 0; index < count; index++) {
            long value = values[index];
            int code = codeOf.get(value);
            if (code < 0) {
                code = codeOf.size();
                if (code == DICTIONARY_MAX || (long) code * width() > bytesMax) {
                    return null;
                }
                codeOf.put(value, code);
                if (code == entries.length) {
                    entries = Arrays.copyOf(entries, code * 2);
                }
                entries[code] = value;
            }
            codes[index] = code;
        }
        int size = codeOf.size();
        long bytes = (long) size * width() + (long) count * RleCodec.width(size - 1) / 8;
        if (size == 0 || bytes > bytesMax) {
            return null;
        }
        ByteWriter plain = new ByteWriter(size * width());
        putPlain(entries, 0, size, plain);
        return new DictionaryEncoding(codes, plain.toByteArray(), size);
    }

    private void putPlain(long[] source, int from, int to, ByteWriter out) {
        if (width() == Long.BYTES) {
            PlainCodec.encode(source, from, to - from, out);
            return;
        }
        int[] narrow = new int[to - from];
        for (int index = 0; index < narrow.length; index++) {
            narrow[index] = (int) source[from + index];
        }
        PlainCodec.encode(narrow, 0, narrow.length, out);
    }

    private byte[] plain(long value) {
        if (form.physical() == Physical.BOOLEAN) {
            return new byte[] {(byte) value};
        }
        byte[] wide = new byte[Long.BYTES];
        LittleEndian.putLong(wide, 0, value);
        return Arrays.copyOf(wide, width());
    }

    @Override
    public Bounds bounds(int from, int to) {
        if (from == to) {
            return Bounds.NONE;
        }
        int least = from;
        int greatest = from;
        for (int index = from; index < to; index++) {
            if (isNaN(values[index])) {
                return Bounds.NONE;
            }
            least = compare(values[index], values[least]) < 0 ? index : least;
            greatest = compare(values[index], values[greatest]) > 0 ? index : greatest;
        }
        return new Bounds(plain(zeroOr(values[least], -0.0)), plain(zeroOr(values[greatest], 0.0)));
    }

    /// A bound of zero covers both zeros.
    private long zeroOr(long bound, double zero) {
        return form instanceof FloatForm floating && floating.value(bound) == 0
                ? floating.number(form.physical() == Physical.FLOAT ? (Object) (float) zero : (Object) zero)
                : bound;
    }

    private boolean isNaN(long value) {
        return form instanceof FloatForm floating && Double.isNaN(floating.value(value));
    }

    private int compare(long left, long right) {
        return switch (form.order()) {
            case SIGNED -> Long.compare(left, right);
            case UNSIGNED -> Long.compareUnsigned(left, right);
            case FLOATING -> {
                FloatForm floating = (FloatForm) form;
                yield Double.compare(floating.value(left), floating.value(right));
            }
            case BYTES, TWOS_COMPLEMENT, NONE -> throw new IllegalStateException("no order of numbers");
        };
    }

    @Override
    public int compareBounds(byte[] left, byte[] right) {
        return compare(number(left), number(right));
    }

    private long number(byte[] plain) {
        return switch (plain.length) {
            case 1 -> plain[0];
            case Integer.BYTES -> LittleEndian.getInt(plain, 0);
            default -> LittleEndian.getLong(plain, 0);
        };
    }

    @Override
    public void addTo(DistinctSketch sketch) {
        for (int index = 0; index < count; index++) {
            sketch.add(DistinctSketch.mix(values[index]));
        }
    }

    @Override
    public void addTo(BloomFilter filter) {
        for (int index = 0; index < count; index++) {
            filter.add(BloomFilter.hash(values[index], width()));
        }
    }

    @Override
    public boolean bloomWorthwhile() {
        return form.sqlOrder() && form.physical() != Physical.BOOLEAN && !(form instanceof FloatForm);
    }

    @Override
    public void addTo(ZoneBuilder zone) {
        if (count == 0) {
            return;
        }
        int least = 0;
        int greatest = 0;
        for (int index = 1; index < count; index++) {
            least = compare(values[index], values[least]) < 0 ? index : least;
            greatest = compare(values[index], values[greatest]) > 0 ? index : greatest;
        }
        zone.offer(form.carrier(values[least]));
        zone.offer(form.carrier(values[greatest]));
    }

    private final class Plain implements ValueEncoding {
        @Override
        public Encoding encoding() {
            return Encoding.PLAIN;
        }

        @Override
        public void encode(int from, int to, ByteWriter out) {
            putPlain(values, from, to, out);
        }
    }

    private final class Delta implements ValueEncoding {
        @Override
        public Encoding encoding() {
            return Encoding.DELTA_BINARY_PACKED;
        }

        @Override
        public void encode(int from, int to, ByteWriter out) {
            DeltaBinaryPacked.encode(values, from, to - from, out);
        }
    }

    private final class Bits implements ValueEncoding {
        @Override
        public Encoding encoding() {
            return Encoding.PLAIN;
        }

        @Override
        public void encode(int from, int to, ByteWriter out) {
            byte[] bits = new byte[to - from];
            for (int index = 0; index < bits.length; index++) {
                bits[index] = (byte) values[from + index];
            }
            PlainCodec.encodeBits(bits, 0, bits.length, out);
        }
    }
}
