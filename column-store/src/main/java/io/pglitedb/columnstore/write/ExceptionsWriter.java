package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.StoredForm;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/// Keeps the few values that have no place in a column's form until the end of the file.
final class ExceptionsWriter {
    /// @param row within its row group
    private record Exceptional(int row, byte[] stored) {}

    private record Group(int[] pageEnds, List<Exceptional> values) {}

    private final SegmentColumn column;
    private final List<Group> groups = new ArrayList<>();
    private List<Exceptional> current = new ArrayList<>();
    private boolean empty = true;

    ExceptionsWriter(SegmentColumn column) {
        this.column = column;
    }

    boolean isEmpty() {
        return empty;
    }

    String name() {
        return column.name() + ColumnForm.EXCEPTIONS_SUFFIX;
    }

    ColumnForm form() {
        return new StoredForm(column.values());
    }

    void add(int row, Object carrier) {
        ByteWriter stored = new ByteWriter();
        column.values().store(carrier, stored);
        current.add(new Exceptional(row, stored.toByteArray()));
        empty = false;
    }

    void endGroup(int[] pageEnds) {
        groups.add(new Group(pageEnds, current));
        current = new ArrayList<>();
    }

    WrittenChunk write(int groupIndex, CountedOutput out) {
        Group group = groups.get(groupIndex);
        StoredForm form = new StoredForm(column.values());
        BinaryValues values = new BinaryValues(form);
        RowNulls nulls = new RowNulls();
        for (Exceptional exceptional : group.values()) {
            while (nulls.rows() < exceptional.row()) {
                nulls.addNull();
            }
            nulls.addValue();
            values.addBytes(exceptional.stored());
        }
        int rows = group.pageEnds()[group.pageEnds().length - 1];
        while (nulls.rows() < rows) {
            nulls.addNull();
        }
        return new ChunkWriter(name(), form.physical(), values, nulls, group.pageEnds()).write(out, 0);
    }
}
