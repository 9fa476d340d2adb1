package io.pglitedb.bench.segment;

import io.pglitedb.columnstore.cache.VectorCache;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.columnstore.write.SegmentWriter;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.numeric.NumericText;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Some columns as TPC-H's lineitem has them, without its generator, which takes longer to start than all of
/// this.
final class LineItemSegment {
    static final int ROWS = 500_000;

    private static final int SEGMENT = 1;
    private static final long SEED = 1;
    private static final int FIRST_DAY = -2_920; // 1992-01-02
    private static final int DAYS = 2_526;
    private static final Utf8[] MODES = Stream.of("AIR", "FOB", "MAIL", "RAIL", "REG AIR", "SHIP", "TRUCK")
            .map(Utf8::of)
            .toArray(Utf8[]::new);
    private static final String[] WORDS = ("furiously special foxes packages carefully ironic accounts regular"
                    + " deposits sleep quickly express requests haggle blithely above the final pending theodolites"
                    + " bold ideas slyly even platelets nag along unusual dependencies across instructions")
            .split(" ");
    private static final int DECIMAL = NumericText.typmod(15, 2);
    private static final SegmentSchema SCHEMA = new SegmentSchema(
            1,
            List.of(
                    column(1, "orderkey", new SqlType(20, -1)),
                    column(2, "extendedprice", new SqlType(1700, DECIMAL)),
                    column(3, "quantity", new SqlType(1700, DECIMAL)),
                    column(4, "shipdate", new SqlType(1082, -1)),
                    column(5, "shipmode", new SqlType(25, -1)),
                    column(6, "comment", new SqlType(25, -1))));

    private static List<Object[]> rows;

    private LineItemSegment() {}

    private static SegmentColumn column(int fieldId, String name, SqlType type) {
        return new SegmentColumn(fieldId, name, type, BuiltinTypes.get(type.oid()));
    }

    static int indexOf(String column) {
        for (int index = 0; index < SCHEMA.columns().size(); index++) {
            if (SCHEMA.columns().get(index).name().equals(column)) {
                return index;
            }
        }
        throw new IllegalArgumentException(column);
    }

    /// The same ones every time, made once in a process.
    static synchronized List<Object[]> rows() {
        if (rows == null) {
            rows = makeRows();
        }
        return rows;
    }

    private static List<Object[]> makeRows() {
        Random random = new Random(SEED);
        List<Object[]> rows = new ArrayList<>(ROWS);
        long order = 1;
        while (rows.size() < ROWS) {
            order += random.nextInt(4) == 0 ? 1 + random.nextInt(25) : 0;
            rows.add(new Object[] {
                order,
                Numeric.of(BigDecimal.valueOf(90_000 + random.nextInt(10_400_000), 2)),
                Numeric.of(BigDecimal.valueOf((1 + random.nextInt(50)) * 100, 2)),
                FIRST_DAY + random.nextInt(DAYS),
                MODES[random.nextInt(MODES.length)],
                comment(random)
            });
        }
        return rows;
    }

    /// 10 to 43 bytes of English, as TPC-H has them.
    private static Utf8 comment(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 10 + random.nextInt(34);
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return Utf8.of(text.substring(random.nextInt(3), length));
    }

    static SegmentDescriptor write(Path file, List<Object[]> rows) {
        try (SegmentWriter writer = SegmentWriter.create(file, SCHEMA)) {
            for (int row = 0; row < rows.size(); row++) {
                writer.append(row, rows.get(row));
            }
            return writer.finish();
        }
    }

    static Segment open(Path file, SegmentDescriptor descriptor, VectorCache cache) {
        return Segment.open(file, SEGMENT, descriptor, SCHEMA, cache);
    }
}
