package io.pglitedb.types.record;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// record: a row that knows its fields itself. Cannot be a column, so its stored form only serves temporary data and
/// carries names and types.
public final class RecordValueType implements ValueType {
    private static final int RECORD = 2249;

    private final IntFunction<ValueType> lookup;

    /// @param lookup finds the type of a field by OID where no session is at hand
    public RecordValueType(IntFunction<ValueType> lookup) {
        this.lookup = lookup;
    }

    private RecordText.FieldTypes types(PgRecord row) {
        return field -> lookup.apply(row.types().get(field).oid());
    }

    private static RecordText.FieldTypes types(PgRecord row, SessionContext session) {
        return field -> session.type(row.types().get(field).oid());
    }

    @Override
    public int oid() {
        return RECORD;
    }

    @Override
    public Class<?> carrier() {
        return PgRecord.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        throw noInput();
    }

    private static PgException noInput() {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, "input of anonymous composite types is not implemented");
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        RecordText.print((PgRecord) value, types((PgRecord) value, session), session, out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        throw noInput();
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        RecordText.send((PgRecord) value, types((PgRecord) value, session), session, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        PgRecord row = (PgRecord) value;
        out.putInt(row.typeOid()).putVarInt(row.types().size());
        for (int i = 0; i < row.types().size(); i++) {
            byte[] name = Utf8.of(row.names().get(i)).toByteArray();
            out.putInt(row.types().get(i).oid())
                    .putInt(row.types().get(i).typmod())
                    .putVarInt(name.length)
                    .putBytes(name);
        }
        CompositeValueType.storeFields(row.fields(), types(row), out);
    }

    @Override
    public Object load(ByteReader in) {
        int typeOid = in.getInt();
        int width = in.getVarInt();
        List<String> names = new ArrayList<>(width);
        List<SqlType> types = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            types.add(new SqlType(in.getInt(), in.getInt()));
            names.add(in.getString(in.getVarInt()));
        }
        Object[] fields = CompositeValueType.loadFields(
                in, width, field -> lookup.apply(types.get(field).oid()));
        return new PgRecord(typeOid, names, types, fields);
    }

    @Override
    public int compare(Object left, Object right) {
        return RecordOrder.compare((PgRecord) left, (PgRecord) right, lookup);
    }

    @Override
    public boolean equal(Object left, Object right) {
        return RecordOrder.equal((PgRecord) left, (PgRecord) right, lookup);
    }

    @Override
    public int hash(Object value) {
        PgRecord row = (PgRecord) value;
        int hash = 0;
        for (int i = 0; i < row.fields().length; i++) {
            hash = 31 * hash + (row.fields()[i] == null ? 0 : types(row).of(i).hash(row.fields()[i]));
        }
        return hash;
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        PgRecord row = (PgRecord) value;
        CompositeValueType.putFields(row.fields(), types(row), key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw new IllegalStateException("the key of a record does not keep the types of its fields");
    }

    @Override
    public boolean keyKeepsValue() {
        return false;
    }
}
