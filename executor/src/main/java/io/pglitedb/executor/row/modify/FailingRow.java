package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Rows and keys as error details show them.
final class FailingRow {
    /// Bytes of a value that are shown.
    private static final int VALUE_MAX = 64;

    private FailingRow() {}

    /// `Failing row contains (1, null).`
    static String detail(TableDef table, Object[] row, SessionContext session) {
        List<String> values = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            if (!column.dropped()) {
                values.add(shortened(text(row[column.number() - 1], column.type(), session)));
            }
        }
        return "Failing row contains (" + String.join(", ", values) + ").";
    }

    static Utf8 text(Object value, int type, SessionContext session) {
        return value == null ? Utf8.of("null") : session.type(type).toUtf8(value, session);
    }

    private static String shortened(Utf8 text) {
        if (text.length() <= VALUE_MAX) {
            return text.toString();
        }
        int end = VALUE_MAX;
        while ((text.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return text.slice(0, end) + "...";
    }
}
