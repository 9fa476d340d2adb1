package io.pglitedb.columnstore;

import io.pglitedb.columnstore.cache.VectorCache;
import io.pglitedb.columnstore.descriptor.DescriptorCodec;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.columnstore.write.SegmentWriter;
import java.nio.file.Path;
import java.util.List;

/// A segment written for a test: rowid of row n is 1000 + 3 n.
record SegmentFixture(Path file, SegmentSchema schema, SegmentDescriptor descriptor) {
    static final int FIRST_ROWID = 1000;
    static final int STEP = 3;

    static SegmentFixture write(Path file, List<SegmentColumn> columns, List<Object[]> rows) {
        SegmentSchema schema = new SegmentSchema(7, columns);
        try (SegmentWriter writer = SegmentWriter.create(file, schema)) {
            for (int row = 0; row < rows.size(); row++) {
                writer.append(FIRST_ROWID + (long) STEP * row, rows.get(row));
            }
            byte[] descriptor = DescriptorCodec.encode(writer.finish());
            return new SegmentFixture(file, schema, DescriptorCodec.decode(descriptor, 0, descriptor.length));
        }
    }

    Segment open() {
        return open(new VectorCache(1 << 20));
    }

    Segment open(VectorCache cache) {
        return Segment.open(file, 1, descriptor, schema, cache);
    }
}
