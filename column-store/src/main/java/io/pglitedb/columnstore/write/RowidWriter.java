package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.GroupSummary;
import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.columnstore.form.NumberForm;
import io.pglitedb.columnstore.schema.SegmentSchema;

/// The rowid column: never NULL, ascending, so that differences pack well and pages can be found by their bounds.
final class RowidWriter {
    private final NumberForm form;
    private final NumberValues values;
    private long first;
    private long last = -1;

    RowidWriter(NumberForm form) {
        this.form = form;
        this.values = new NumberValues(form);
    }

    NumberForm form() {
        return form;
    }

    void append(long rowid) {
        if (rowid <= last) {
            throw new IllegalArgumentException("rowid %d after %d".formatted(rowid, last));
        }
        if (values.count() == 0) {
            first = rowid;
        }
        last = rowid;
        values.add(rowid);
    }

    GroupSummary summary() {
        return new GroupSummary(values.count(), first, last);
    }

    WrittenChunk endGroup(int[] pageEnds, CountedOutput out) {
        WrittenChunk chunk =
                new ChunkWriter(SegmentSchema.ROWID_NAME, form.physical(), values, null, pageEnds).write(out, 0);
        values.clear();
        return chunk;
    }
}
