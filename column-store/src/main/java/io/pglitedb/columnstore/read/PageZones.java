package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.descriptor.ZoneMap;
import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.form.BinaryForm;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.NumberForm;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import java.nio.ByteBuffer;
import org.apache.parquet.format.ColumnIndex;

/// A chunk's column index as zone maps of its pages.
final class PageZones {
    private PageZones() {}

    static ZoneMap[] of(ColumnIndex index, ColumnForm form, ValueType type) {
        ZoneMap[] zones = new ZoneMap[index.getNull_pagesSize()];
        for (int page = 0; page < zones.length; page++) {
            long nulls = index.getNull_counts().get(page);
            boolean empty = index.getNull_pages().get(page);
            zones[page] = new ZoneMap(
                    empty ? null : key(index.getMin_values().get(page), form, type),
                    empty ? null : key(index.getMax_values().get(page), form, type),
                    nulls,
                    0);
        }
        return zones;
    }

    private static byte[] key(ByteBuffer bound, ColumnForm form, ValueType type) {
        byte[] plain = new byte[bound.remaining()];
        bound.duplicate().get(plain);
        ByteWriter key = new ByteWriter();
        type.putKey(carrier(plain, form), key);
        return key.toByteArray();
    }

    private static Object carrier(byte[] plain, ColumnForm form) {
        return switch (form) {
            case NumberForm number -> number.carrier(number(plain));
            case BinaryForm binary ->
                binary.vector(plain, new int[] {0, plain.length}, null, 1).get(0);
        };
    }

    private static long number(byte[] plain) {
        return switch (plain.length) {
            case 1 -> plain[0];
            case Integer.BYTES -> LittleEndian.getInt(plain, 0);
            case Long.BYTES -> LittleEndian.getLong(plain, 0);
            default -> throw new IllegalArgumentException("a bound of %d bytes".formatted(plain.length));
        };
    }
}
