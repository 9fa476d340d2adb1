package io.pglitedb.executor.session;

import java.util.Objects;

/// One field of RowDescription. `tableOid` and `columnNumber` are 0 when the column is not a plain column of a table;
/// `typeSize` is pg_type.typlen, `typeModifier` is -1 when there is none.
public record ResultColumn(
        String name, int tableOid, int columnNumber, int typeOid, int typeSize, int typeModifier, ColumnFormat format) {
    public ResultColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(format);
    }
}
