package io.pglitedb.executor.command.copy;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.columnstore.foreign.ForeignFile;
import io.pglitedb.columnstore.foreign.ForeignRows;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Reads the columns of a Parquet file by their names. A column of another type than the table's is read through
/// its text form, as an assignment of a literal would be.
final class ParquetRecordReader implements RecordReader {
    private final SessionContext session;
    private final CopyPosition position;
    private final List<ColumnDef> columns;
    /// Of the table's columns.
    private final ValueType[] types;
    /// Of the file's columns; null where their values are taken as they are.
    private final ValueType[] converted;
    private final ForeignRows rows;

    ParquetRecordReader(ForeignFile file, List<ColumnDef> columns, SessionContext session, CopyPosition position) {
        this.session = session;
        this.position = position;
        this.columns = columns;
        this.types = new ValueType[columns.size()];
        this.converted = new ValueType[columns.size()];
        int[] places = new int[columns.size()];
        for (int index = 0; index < places.length; index++) {
            ColumnDef column = columns.get(index);
            places[index] = file.indexOf(column.name());
            if (places[index] < 0) {
                throw new PgException(
                        SqlState.BAD_COPY_FILE_FORMAT, "column \"%s\" is not in the file".formatted(column.name()));
            }
            SqlType there = file.type(places[index]);
            boolean same = there.oid() == column.type() && (column.typmod() < 0 || column.typmod() == there.typmod());
            types[index] = session.type(column.type());
            converted[index] = same ? null : session.type(there.oid());
        }
        this.rows = file.rows(places);
    }

    @Override
    public void begin() {}

    @Override
    public Object[] next() {
        position.line++;
        Object[] values = rows.next();
        if (values != null) {
            for (int index = 0; index < values.length; index++) {
                if (converted[index] != null && values[index] != null) {
                    position.column = columns.get(index).name();
                    values[index] = types[index].parse(
                            converted[index].toUtf8(values[index], session),
                            columns.get(index).typmod(),
                            session);
                    position.column = null;
                }
            }
        }
        return values;
    }
}
