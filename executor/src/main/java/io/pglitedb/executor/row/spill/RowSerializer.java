package io.pglitedb.executor.row.spill;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.expression.BaseTypes;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.List;

/// Rows of known types as bytes of temporary files.
/// ```
///   column   00                                        NULL
///          | 01 length varint, ValueType.store         a value
///          | 02 table OID int32, rowid int64, transaction id int64, length varint, stored row      a row's identity
/// ```
public final class RowSerializer {
    private static final int NULL = 0;
    private static final int VALUE = 1;
    private static final int IDENTITY = 2;

    private final int[] typeOids;
    private final ValueType[] types;
    private final CatalogView catalog;
    private final SessionContext session;
    private final ByteWriter item = new ByteWriter(64);

    public RowSerializer(List<PlanColumn> columns, CatalogView catalog, SessionContext session) {
        this(columns.stream().mapToInt(PlanColumn::type).toArray(), catalog, session);
    }

    public RowSerializer(int[] typeOids, CatalogView catalog, SessionContext session) {
        this.typeOids = typeOids;
        this.types = new ValueType[typeOids.length];
        this.catalog = catalog;
        this.session = session;
    }

    /// Some columns, like a row's identity, have values of no SQL type: looked up when first needed.
    private ValueType type(int column) {
        if (types[column] == null) {
            types[column] = session.type(BaseTypes.of(catalog, typeOids[column]));
        }
        return types[column];
    }

    /// Appends the columns of a row; what stands behind them is left out.
    void write(Object[] row, ByteWriter out) {
        for (int column = 0; column < types.length; column++) {
            switch (row[column]) {
                case null -> out.putByte(NULL);
                case RowIdentity identity ->
                    out.putByte(IDENTITY)
                            .putInt(identity.table().oid())
                            .putLong(identity.rowid())
                            .putLong(identity.transactionId())
                            .putVarInt(identity.stored().length)
                            .putBytes(identity.stored());
                default -> {
                    item.clear();
                    type(column).store(row[column], item);
                    out.putByte(VALUE).putVarInt(item.size()).putBytes(item.array(), 0, item.size());
                }
            }
        }
    }

    /// @param in its array is kept by values
    Object[] read(ByteReader in) {
        Object[] row = new Object[types.length];
        ByteReader value = new ByteReader(in.array(), 0, 0);
        for (int column = 0; column < row.length; column++) {
            int kind = in.getByte();
            if (kind == VALUE) {
                int length = in.getVarInt();
                row[column] = type(column).load(value.wrap(in.array(), in.position(), length));
                in.skip(length);
            } else if (kind == IDENTITY) {
                row[column] = new RowIdentity(
                        catalog.table(in.getInt()), in.getLong(), in.getLong(), in.getBytes(in.getVarInt()));
            }
        }
        return row;
    }
}
