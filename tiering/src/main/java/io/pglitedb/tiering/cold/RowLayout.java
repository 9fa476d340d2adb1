package io.pglitedb.tiering.cold;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.columnstore.descriptor.ColumnSummary;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How the stored rows of a table and the columns of its segments correspond. A segment has all columns of the
/// table, dropped ones included, each under its number, so that its descriptor alone tells how its rows are
/// stored; and last the id of the transaction that wrote the row, for that a row does not change by moving.
///
/// Types are built-in ones: of a domain its base type, and in the place of any other type that users define the
/// bytes that it stores. So segments are read without a catalog.
public final class RowLayout {
    /// Beside the rowid's: Iceberg's id of a row's last change.
    public static final int WRITER_FIELD = SegmentSchema.ROWID_FIELD - 1;

    private static final String WRITER_NAME = "_last_updated_by";
    private static final SqlType INT8 = SqlType.of(20);
    private static final int BYTEA = 17;

    private final SegmentSchema schema;
    private final RowCodec codec;

    private RowLayout(SegmentSchema schema) {
        this.schema = schema;
        List<SegmentColumn> stored =
                schema.columns().subList(0, schema.columns().size() - 1);
        this.codec = new RowCodec(stored.stream().map(SegmentColumn::values).toList());
    }

    /// For new segments of a table.
    public static RowLayout of(TableDef table, CatalogView view) {
        List<SegmentColumn> columns = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            SqlType type = column.dropped()
                    ? SqlType.of(substitute(column.storedLength()))
                    : physical(new SqlType(column.type(), column.typmod()), view);
            columns.add(new SegmentColumn(
                    column.number(),
                    column.dropped() ? "dropped " + column.number() : column.name(),
                    type,
                    BuiltinTypes.get(type.oid())));
        }
        columns.add(new SegmentColumn(WRITER_FIELD, WRITER_NAME, INT8, BuiltinTypes.get(INT8.oid())));
        return new RowLayout(new SegmentSchema(table.columns().size(), columns));
    }

    private static SqlType physical(SqlType type, CatalogView view) {
        if (BuiltinTypes.find(type.oid()) != null) {
            return type;
        }
        TypeDef definition = view.type(type.oid());
        return definition.kind() == 'd'
                ? physical(new SqlType(definition.baseType(), definition.baseTypmod()), view)
                : SqlType.of(substitute(view.valueType(type.oid()).storedSize()));
    }

    /// A type that stores as many bytes, whatever they mean.
    private static int substitute(int storedSize) {
        if (storedSize < 0) {
            return BYTEA;
        }
        return BuiltinTypes.all().stream()
                .filter(type -> type.storedSize() == storedSize && holdsAllBytes(type))
                .min(Comparator.comparingInt(ValueType::oid))
                .orElseThrow(() -> PgException.notSupported("segments with a column of %d bytes".formatted(storedSize)))
                .oid();
    }

    private static boolean holdsAllBytes(ValueType type) {
        Class<?> carrier = type.carrier();
        return carrier == Byte.class
                || carrier == Short.class
                || carrier == Integer.class
                || carrier == Long.class
                || carrier == Void.class
                || type.storedSize() > Long.BYTES;
    }

    /// Of a segment that there is.
    public static RowLayout of(SegmentDescriptor descriptor) {
        List<SegmentColumn> columns = new ArrayList<>();
        for (ColumnSummary column : descriptor.columns()) {
            columns.add(new SegmentColumn(
                    column.fieldId(),
                    "",
                    column.type(),
                    BuiltinTypes.get(column.type().oid())));
        }
        return new RowLayout(new SegmentSchema(descriptor.schemaVersion(), columns));
    }

    public SegmentSchema schema() {
        return schema;
    }

    /// Columns of the table, in order of their numbers: as the segment's first ones.
    public RowCodec codec() {
        return codec;
    }

    public int columnCount() {
        return codec.columnCount();
    }

    /// What rows hold that were stored before a column was added, as carriers of the segment's types.
    public Object[] missing(TableDef table, CatalogView view) {
        CarrierForms forms = CarrierForms.of(table, this, view);
        Object[] values = new Object[table.columns().size()];
        for (ColumnDef column : table.columns()) {
            Object value = column.missing().map(array -> array.elements()[0]).orElse(null);
            if (!column.dropped()) {
                values[column.number() - 1] = forms.value(column.number() - 1, value);
            }
        }
        return values;
    }
}
