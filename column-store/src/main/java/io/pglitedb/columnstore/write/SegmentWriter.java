package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.FileTail;
import io.pglitedb.columnstore.descriptor.GroupSummary;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.file.FileOutput;
import io.pglitedb.columnstore.form.Forms;
import io.pglitedb.columnstore.form.NumberForm;
import io.pglitedb.columnstore.schema.SchemaProperties;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SqlType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes one segment. Rows come in ascending order of rowid. Without `finish` nothing remains. Used by one
/// thread.
public final class SegmentWriter implements AutoCloseable {
    private static final int INT8 = 20;

    private final SegmentSchema schema;
    private final FileOutput out;
    private final ParquetWriter parquet;
    private final RowidWriter rowids;
    private final List<GroupSummary> groups = new ArrayList<>();
    private final Path file;
    private boolean finished;

    private SegmentWriter(Path file, SegmentSchema schema) {
        NumberForm form = (NumberForm) Forms.toWrite(SqlType.of(INT8), BuiltinTypes.get(INT8), List.of());
        this.file = file;
        this.schema = schema;
        this.rowids = new RowidWriter(form);
        this.out = FileOutput.create(file);
        this.parquet = new ParquetWriter(out, schema.columns(), rowids);
    }

    /// @param file appears when it is finished
    public static SegmentWriter create(Path file, SegmentSchema schema) {
        return new SegmentWriter(file, schema);
    }

    public long rowCount() {
        return parquet.rowCount();
    }

    /// @param rowid greater than all before
    /// @param carriers one per column of the schema, null for NULL; not kept
    public void append(long rowid, Object[] carriers) {
        rowids.append(rowid);
        parquet.append(carriers);
        if (parquet.groupIsFull()) {
            endGroup();
        }
    }

    private void endGroup() {
        groups.add(rowids.summary());
        parquet.endGroup();
    }

    /// Writes the rest; the file is on the disk under its name afterwards. At least one row must have come.
    public SegmentDescriptor finish() {
        if (parquet.groupRows() > 0) {
            endGroup();
        }
        FileTail tail = parquet.finish(SchemaProperties.of(schema));
        out.publish();
        finished = true;
        return new SegmentDescriptor(
                file.getFileName().toString(), tail, schema.version(), groups, parquet.summaries());
    }

    public boolean finished() {
        return finished;
    }

    /// Removes the file unless it is finished.
    @Override
    public void close() {
        out.close();
    }
}
