package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResultColumn;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The rows that a statement returns, if it does.
public record ResultShape(boolean returnsRows, List<Column> columns) {
    /// A command that returns no rows.
    public static final ResultShape NONE = new ResultShape(false, List.of());

    /// @param table OID of the table that the column is taken from unchanged, else 0
    /// @param number of the column in it, else 0
    /// @param type OID
    /// @param typmod -1 for none
    public record Column(String name, int table, int number, int type, int typmod) {
        public Column(String name, int type) {
            this(name, 0, 0, type, -1);
        }
    }

    public ResultShape {
        columns = List.copyOf(columns);
    }

    /// Whether a client that was told the one can read the other: wherever the columns come from.
    boolean looksLike(ResultShape other) {
        return returnsRows == other.returnsRows
                && columns.stream()
                        .map(ResultShape::withoutOrigin)
                        .toList()
                        .equals(other.columns.stream()
                                .map(ResultShape::withoutOrigin)
                                .toList());
    }

    private static Column withoutOrigin(Column column) {
        return new Column(column.name(), 0, 0, column.type(), column.typmod());
    }

    public static ResultShape of(Column... columns) {
        return new ResultShape(true, List.of(columns));
    }

    public static ResultShape of(Query query) {
        boolean returnsRows =
                query.command() == Query.Command.SELECT || !query.returning().isEmpty();
        return returnsRows ? of(query.resultColumns()) : NONE;
    }

    private static ResultShape of(List<TargetEntry> targets) {
        List<Column> columns = new ArrayList<>(targets.size());
        for (TargetEntry target : targets) {
            columns.add(new Column(
                    target.name(),
                    target.originTable(),
                    target.originColumn(),
                    target.expression().type(),
                    target.expression().typmod()));
        }
        return new ResultShape(true, columns);
    }

    /// One format a column of the client's list, which is empty, of one, or of all.
    List<ColumnFormat> formats(List<ColumnFormat> asked) {
        if (asked.size() > 1 && asked.size() != columns.size()) {
            throw new PgException(
                    SqlState.PROTOCOL_VIOLATION,
                    "bind message has %d result formats but query has %d columns"
                            .formatted(asked.size(), columns.size()));
        }
        List<ColumnFormat> formats = new ArrayList<>(columns.size());
        for (int index = 0; index < columns.size(); index++) {
            formats.add(asked.isEmpty() ? ColumnFormat.TEXT : asked.get(asked.size() == 1 ? 0 : index));
        }
        return formats;
    }

    /// As RowDescription has them: domains show as what they are made of.
    List<ResultColumn> describe(List<ColumnFormat> formats, CatalogView catalog) {
        List<ResultColumn> described = new ArrayList<>(columns.size());
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            TypeDef type = catalog.type(column.type());
            int typmod = column.typmod();
            while (type != null && type.kind() == 'd') {
                typmod = type.baseTypmod();
                type = catalog.type(type.baseType());
            }
            described.add(new ResultColumn(
                    column.name(),
                    column.table(),
                    column.number(),
                    type == null ? column.type() : type.oid(),
                    type == null ? -1 : type.length(),
                    typmod,
                    formats.get(index)));
        }
        return described;
    }
}
