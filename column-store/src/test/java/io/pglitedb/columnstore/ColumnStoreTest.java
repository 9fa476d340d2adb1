package io.pglitedb.columnstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.columnstore.descriptor.DescriptorCodec;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.columnstore.write.SegmentWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnStoreTest {
    private static final int SEGMENT = 16_400;
    private static final int ROWS = 50_000;

    @TempDir
    private Path directory;

    private final SegmentSchema schema =
            new SegmentSchema(1, List.of(Samples.column(1, 20, -1), Samples.column(2, 25, -1)));
    private ColumnStore store;
    private byte[] descriptor;

    @BeforeEach
    void writeSegment() {
        store = new ColumnStore(directory.resolve("segments"), 1 << 20);
        try (SegmentWriter writer = store.create(SEGMENT, schema)) {
            for (int row = 0; row < ROWS; row++) {
                writer.append(row, new Object[] {row * 31L % 10_007, Utf8.of("value " + row)});
            }
            descriptor = DescriptorCodec.encode(writer.finish());
        }
    }

    private Segment segment() {
        return store.open(SEGMENT, store.descriptor(descriptor), schema);
    }

    @Test
    void keepsSegmentsOpenAndPagesDecoded() {
        SegmentDescriptor decoded = store.descriptor(descriptor);
        assertSame(decoded, store.descriptor(descriptor));
        assertSame(segment(), segment());
        assertSame(segment().column(1, 0), segment().column(1, 0));
        assertTrue(store.cachedBytes() > 50_000, "bytes: " + store.cachedBytes());
    }

    @Test
    void staysWithinItsBudget() {
        for (int page = 0; page < segment().pageCount(); page++) {
            segment().column(0, page);
            segment().column(1, page);
            assertTrue(store.cachedBytes() <= 1 << 20, "bytes: " + store.cachedBytes());
        }
        assertTrue(store.cachedBytes() > 1 << 18, "bytes: " + store.cachedBytes());
        store.resize(0);
        segment().column(0, 0);
        assertEquals(0, store.cachedBytes());
        assertEquals(31L, segment().value(0, 1));
    }

    @Test
    void deletedSegmentsAreGone() {
        assertEquals(List.of(SEGMENT), store.files());
        segment().column(0, 0);
        store.delete(SEGMENT);
        store.delete(SEGMENT);
        assertEquals(List.of(), store.files());
        assertEquals(0, store.cachedBytes());
        assertEquals(
                SqlState.IO_ERROR,
                assertThrows(PgException.class, this::segment).state());
    }

    @Test
    void removesUnfinishedFiles() throws Exception {
        Path unfinished = directory.resolve("segments/7.parquet.new");
        Files.write(unfinished, new byte[10]);
        store.removeUnfinished();
        assertTrue(Files.notExists(unfinished));
        assertEquals(List.of(SEGMENT), store.files());
    }
}
