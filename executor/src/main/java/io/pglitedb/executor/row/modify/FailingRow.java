package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.RowDisclosure;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Rows and keys as error details show them.
final class FailingRow {
    /// Bytes of a value that are shown.
    private static final int VALUE_MAX = 64;

    private FailingRow() {}

    /// `Failing row contains (1, null).`, with the names of the columns when some are hidden; null when all are.
    static String detail(TableDef table, Object[] row, SessionContext session) {
        RowDisclosure disclosure = RowDisclosure.of(table, session);
        boolean all = disclosure.showsAll();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            if (!column.dropped() && (all || disclosure.shows(column))) {
                names.add(column.name());
                values.add(shortened(text(row[column.number() - 1], column.type(), session)));
            }
        }
        if (all) {
            return "Failing row contains (" + String.join(", ", values) + ").";
        }
        return values.isEmpty()
                ? null
                : "Failing row contains (%s) = (%s).".formatted(String.join(", ", names), String.join(", ", values));
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
