package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.encoding.BinaryCodec;
import io.pglitedb.columnstore.encoding.BitPacking;
import io.pglitedb.columnstore.encoding.DeltaBinaryPacked;
import io.pglitedb.columnstore.encoding.PlainCodec;
import io.pglitedb.columnstore.encoding.RleCodec;
import io.pglitedb.columnstore.form.BinaryForm;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.NumberForm;
import io.pglitedb.columnstore.form.Physical;
import io.pglitedb.columnstore.read.PageReader.DataPage;
import io.pglitedb.columnstore.read.PageReader.DictionaryPage;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Vector;
import org.apache.parquet.format.Encoding;

/// Body of a page → vector. Every loop over values stands in a small method of its own, which the compiler then
/// makes fast whatever else the process has read.
final class PageDecoder {
    /// Bytes that decoding may read behind a page's body.
    static final int SLACK = BitPacking.SLACK;

    private PageDecoder() {}

    static Vector decodeDictionary(ColumnForm form, DictionaryPage page) {
        return plain(form, page.body(), 0, page.end(), page.size(), null, page.size());
    }

    /// @param dictionary null when the chunk has none
    static Vector decode(ColumnForm form, DataPage page, int rows, Vector dictionary) {
        return switch (page.encoding()) {
            case PLAIN -> plain(form, page.body(), page.offset(), page.end(), page.present(), page.nulls(), rows);
            case RLE_DICTIONARY, PLAIN_DICTIONARY -> codes(page, rows, dictionary);
            case DELTA_BINARY_PACKED -> deltas((NumberForm) form, page, rows);
            case DELTA_LENGTH_BYTE_ARRAY -> lengths((BinaryForm) form, page, rows);
            default -> throw unexpected(page.encoding());
        };
    }

    private static IllegalArgumentException unexpected(Encoding encoding) {
        return new IllegalArgumentException("encoding " + encoding);
    }

    private static Vector codes(DataPage page, int rows, Vector dictionary) {
        if (dictionary == null) {
            throw new IllegalArgumentException("codes without a dictionary");
        }
        int[] codes = new int[rows];
        if (page.present() > 0) {
            int width = page.body()[page.offset()] & 0xff;
            RleCodec.decode(page.body(), page.offset() + 1, page.end(), width, codes, page.present());
            if (largest(codes, page.present()) >= dictionary.length()) {
                throw new IllegalArgumentException("a code behind the dictionary's end");
            }
        }
        Spread.ints(codes, page.present(), page.nulls(), rows);
        return new DictionaryVector(codes, dictionary, page.nulls(), rows).flat();
    }

    /// As unsigned numbers, so that a negative one is large, too.
    private static int largest(int[] codes, int count) {
        int bits = 0;
        int largest = 0;
        for (int index = 0; index < count; index++) {
            bits |= codes[index];
            largest = Math.max(largest, codes[index]);
        }
        return bits < 0 ? Integer.MAX_VALUE : largest;
    }

    private static Vector deltas(NumberForm form, DataPage page, int rows) {
        long[] values = new long[Math.max(rows, page.present())];
        DeltaBinaryPacked.decode(page.body(), page.offset(), page.end(), values, page.present());
        if (form.physical() == Physical.INT64) {
            Spread.longs(values, page.present(), page.nulls(), rows);
            return form.vector(values, page.nulls(), rows);
        }
        int[] narrow = narrow(values, rows);
        Spread.ints(narrow, page.present(), page.nulls(), rows);
        return form.vector(narrow, page.nulls(), rows);
    }

    private static int[] narrow(long[] values, int count) {
        int[] narrow = new int[count];
        for (int index = 0; index < count; index++) {
            narrow[index] = (int) values[index];
        }
        return narrow;
    }

    private static Vector lengths(BinaryForm form, DataPage page, int rows) {
        int[] starts = new int[rows + 1];
        byte[] bytes = BinaryCodec.decodeDeltaLength(page.body(), page.offset(), page.end(), starts, page.present());
        Spread.starts(starts, page.present(), page.nulls(), rows);
        return form.vector(bytes, starts, page.nulls(), rows);
    }

    private static Vector plain(
            ColumnForm form, byte[] body, int offset, int end, int present, long[] nulls, int rows) {
        return switch (form) {
            case NumberForm number -> numbers(number, body, offset, end, present, nulls, rows);
            case BinaryForm binary -> binaries(binary, body, offset, end, present, nulls, rows);
        };
    }

    private static Vector numbers(
            NumberForm form, byte[] body, int offset, int end, int present, long[] nulls, int rows) {
        if (form.physical().bytes() == Long.BYTES) {
            long[] values = new long[rows];
            PlainCodec.decode(body, offset, end, values, present);
            Spread.longs(values, present, nulls, rows);
            return form.vector(values, nulls, rows);
        }
        int[] values = new int[rows];
        if (form.physical() == Physical.BOOLEAN) {
            PlainCodec.decodeBits(body, offset, end, values, present);
        } else {
            PlainCodec.decode(body, offset, end, values, present);
        }
        Spread.ints(values, present, nulls, rows);
        return form.vector(values, nulls, rows);
    }

    private static Vector binaries(
            BinaryForm form, byte[] body, int offset, int end, int present, long[] nulls, int rows) {
        int[] starts = new int[rows + 1];
        byte[] bytes;
        if (form.physical() == Physical.FIXED16) {
            int length = Physical.FIXED16.bytes();
            bytes = BinaryCodec.decodeFixed(body, offset, end, length, present);
            for (int index = 0; index < present; index++) {
                starts[index + 1] = (index + 1) * length;
            }
        } else {
            bytes = BinaryCodec.decodePlain(body, offset, end, starts, present);
        }
        Spread.starts(starts, present, nulls, rows);
        return form.vector(bytes, starts, nulls, rows);
    }
}
