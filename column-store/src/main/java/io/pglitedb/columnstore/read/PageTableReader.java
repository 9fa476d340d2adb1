package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import java.nio.ByteBuffer;
import org.apache.parquet.format.ColumnIndex;

/// Makes the table of pages from the indexes of the rowid column.
final class PageTableReader {
    private PageTableReader() {}

    static PageTable read(RangeFile file, Tail tail, SegmentLayout layout) {
        int groups = layout.groupRows().length;
        int[] groupFirstPage = new int[groups + 1];
        ChunkPages[] pages = new ChunkPages[groups];
        for (int group = 0; group < groups; group++) {
            pages[group] =
                    ChunkPages.of(tail.offsetIndex(layout.rowids().chunks().get(group)));
            groupFirstPage[group + 1] = groupFirstPage[group] + pages[group].firstRows().length;
        }
        long[] firstRow = new long[groupFirstPage[groups] + 1];
        long[] firstRowid = new long[groupFirstPage[groups]];
        long rows = 0;
        for (int group = 0; group < groups; group++) {
            ColumnIndex index = tail.columnIndex(layout.rowids().chunks().get(group));
            if (index == null || index.getMin_valuesSize() != pages[group].firstRows().length) {
                throw FileErrors.damaged(file.path(), "no index of rowids");
            }
            for (int page = 0; page < pages[group].firstRows().length; page++) {
                firstRow[groupFirstPage[group] + page] = rows + pages[group].firstRows()[page];
                firstRowid[groupFirstPage[group] + page] =
                        rowid(index.getMin_values().get(page));
            }
            rows += layout.groupRows()[group];
        }
        firstRow[firstRow.length - 1] = rows;
        return new PageTable(groupFirstPage, firstRow, firstRowid);
    }

    private static long rowid(ByteBuffer plain) {
        byte[] bytes = new byte[Long.BYTES];
        plain.duplicate().get(bytes);
        return LittleEndian.getLong(bytes, 0);
    }
}
