package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.ColumnSummary;
import io.pglitedb.columnstore.descriptor.FileTail;
import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.types.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Rows → row groups → a whole Parquet file, with or without a rowid column.
public final class ParquetWriter {
    private static final int GROUP_ROWS = 32 * Vector.LENGTH_MAX;
    private static final long GROUP_BYTES = 64L << 20;
    private static final long PAGE_BYTES = 4L << 20;
    private static final int BYTES_CHECKED_EVERY = 16; // rows

    private final CountedOutput out;
    private final List<ColumnWriter> columns = new ArrayList<>();
    /// Null for a file without.
    private final RowidWriter rowids;
    private final List<List<WrittenChunk>> groups = new ArrayList<>();
    private int groupRows;
    private long groupBytes;
    private long rowCount;

    ParquetWriter(CountedOutput out, List<SegmentColumn> schema, RowidWriter rowids) {
        this.out = out;
        this.rowids = rowids;
        schema.forEach(column -> columns.add(new ColumnWriter(column)));
        out.write(FooterWriter.MAGIC);
    }

    /// For people's files: no rowids.
    public ParquetWriter(CountedOutput out, List<SegmentColumn> schema) {
        this(out, schema, null);
    }

    public long rowCount() {
        return rowCount;
    }

    int groupRows() {
        return groupRows;
    }

    /// @param carriers one per column, null for NULL; not kept
    public void append(Object[] carriers) {
        for (int column = 0; column < carriers.length; column++) {
            columns.get(column).append(carriers[column]);
        }
        groupRows++;
        rowCount++;
        if (groupRows % BYTES_CHECKED_EVERY == 0) {
            groupBytes = columns.stream().mapToLong(ColumnWriter::bytes).sum();
        }
    }

    /// True when `endGroup` is due.
    public boolean groupIsFull() {
        return groupRows == GROUP_ROWS || groupBytes > GROUP_BYTES;
    }

    public void endGroup() {
        int[] pageEnds = pageEnds();
        List<WrittenChunk> chunks = new ArrayList<>();
        if (rowids != null) {
            chunks.add(rowids.endGroup(pageEnds, out));
        }
        columns.forEach(column -> chunks.add(column.endGroup(pageEnds, out)));
        groups.add(chunks);
        groupRows = 0;
        groupBytes = 0;
    }

    /// Pages of a vector's length, shorter where the column with the largest values would make them too large.
    private int[] pageEnds() {
        long most = columns.stream().mapToLong(ColumnWriter::bytes).max().orElse(0);
        int pageRows = Vector.LENGTH_MAX;
        while (pageRows > 1 && most / groupRows * pageRows > PAGE_BYTES) {
            pageRows /= 2;
        }
        int[] ends = new int[(groupRows + pageRows - 1) / pageRows];
        for (int page = 0; page < ends.length; page++) {
            ends[page] = Math.min(groupRows, (page + 1) * pageRows);
        }
        return ends;
    }

    /// Writes all that is still due.
    public FileTail finish(Map<String, String> properties) {
        if (groupRows > 0) {
            endGroup();
        }
        FooterWriter footer = new FooterWriter(out);
        if (rowids != null) {
            footer.addColumn(SegmentSchema.ROWID_NAME, SegmentSchema.ROWID_FIELD, rowids.form(), true);
        }
        for (ColumnWriter column : columns) {
            column.endSample();
            footer.addColumn(column.column().name(), column.column().fieldId(), column.form(), false);
        }
        for (ColumnWriter column : columns) {
            if (!column.exceptions().isEmpty()) {
                footer.addColumn(
                        column.exceptions().name(), 0, column.exceptions().form(), false);
                for (int group = 0; group < groups.size(); group++) {
                    groups.get(group).add(column.exceptions().write(group, out));
                }
            }
        }
        FileTail tail = footer.write(groups, properties);
        out.flush();
        return tail;
    }

    List<ColumnSummary> summaries() {
        return columns.stream().map(ColumnWriter::summary).toList();
    }
}
