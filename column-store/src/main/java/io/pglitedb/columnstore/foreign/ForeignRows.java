package io.pglitedb.columnstore.foreign;

import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/// Walks the rows of a file, row group by row group: each column goes through its pages at its own pace.
public final class ForeignRows {
    private final RangeFile file;
    private final FileMetaData meta;
    private final List<ForeignFile.Leaf> columns;
    private final ForeignChunk[] chunks;
    private int group = -1;
    private long rowsLeft;

    ForeignRows(RangeFile file, FileMetaData meta, List<ForeignFile.Leaf> columns) {
        this.file = file;
        this.meta = meta;
        this.columns = columns;
        this.chunks = new ForeignChunk[columns.size()];
    }

    /// Carriers of the next row in the order asked for, null for NULL; null after the last row.
    public Object[] next() {
        while (rowsLeft == 0) {
            if (++group == meta.getRow_groupsSize()) {
                return null;
            }
            open(meta.getRow_groups().get(group));
        }
        rowsLeft--;
        Object[] row = new Object[chunks.length];
        for (int column = 0; column < chunks.length; column++) {
            row[column] = chunks[column].next();
        }
        return row;
    }

    private void open(RowGroup rows) {
        rowsLeft = rows.getNum_rows();
        for (int column = 0; column < chunks.length; column++) {
            ForeignFile.Leaf leaf = columns.get(column);
            if (leaf.leaf() >= rows.getColumnsSize()) {
                throw FileErrors.damaged(file.path(), "a row group without all columns");
            }
            chunks[column] =
                    new ForeignChunk(file, rows.getColumns().get(leaf.leaf()).getMeta_data(), leaf);
        }
    }
}
