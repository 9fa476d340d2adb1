package io.pglitedb.types.record;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// A named row type: that of a table or of CREATE TYPE … AS. Dropped columns are left out.
///
/// ```
///   stored   field count varint | null bitmap | (length varint, stored field)… of those that are not null
///   key      01 field key | 02 for NULL, for each field
/// ```
/// A stored row with fewer fields is older than a column added since: it reads as NULL.
public final class CompositeValueType implements ValueType {
    private static final int VALUE = 1;
    private static final int NULL = 2;

    private final int oid;
    private final List<String> names;
    private final List<SqlType> types;
    private final List<ValueType> fieldTypes;

    /// @param fieldTypes one for each of `types`
    public CompositeValueType(int oid, List<String> names, List<SqlType> types, List<ValueType> fieldTypes) {
        this.oid = oid;
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
        this.fieldTypes = List.copyOf(fieldTypes);
    }

    public List<String> names() {
        return names;
    }

    public List<SqlType> types() {
        return types;
    }

    ValueType fieldType(int field) {
        return fieldTypes.get(field);
    }

    private PgRecord row(Object[] fields) {
        return new PgRecord(oid, names, types, fields);
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return PgRecord.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return row(RecordText.parse(text, this, session));
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        RecordText.print((PgRecord) value, fieldTypes::get, session, out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return row(RecordText.receive(in, this, session));
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        RecordText.send((PgRecord) value, fieldTypes::get, session, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        storeFields(((PgRecord) value).fields(), fieldTypes::get, out);
    }

    static void storeFields(Object[] fields, RecordText.FieldTypes types, ByteWriter out) {
        out.putVarInt(fields.length);
        int start = out.size();
        out.putBytes(new byte[(fields.length + 7) / 8]);
        ByteWriter item = new ByteWriter();
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == null) {
                out.setByte(start + i / 8, out.array()[start + i / 8] | 1 << i % 8);
                continue;
            }
            item.clear();
            types.of(i).store(fields[i], item);
            out.putVarInt(item.size()).putBytes(item.array(), 0, item.size());
        }
    }

    @Override
    public Object load(ByteReader in) {
        return row(loadFields(in, fieldTypes.size(), fieldTypes::get));
    }

    static Object[] loadFields(ByteReader in, int width, RecordText.FieldTypes types) {
        int stored = in.getVarInt();
        byte[] nulls = in.getBytes((stored + 7) / 8);
        Object[] fields = new Object[width];
        ByteReader item = new ByteReader(in.array(), 0, 0);
        for (int i = 0; i < stored && i < width; i++) {
            if ((nulls[i / 8] >> i % 8 & 1) == 0) {
                int length = in.getVarInt();
                item.wrap(in.array(), in.position(), length);
                in.skip(length);
                fields[i] = types.of(i).load(item);
            }
        }
        return fields;
    }

    @Override
    public int compare(Object left, Object right) {
        Object[] a = ((PgRecord) left).fields();
        Object[] b = ((PgRecord) right).fields();
        for (int i = 0; i < fieldTypes.size(); i++) {
            if (a[i] == null || b[i] == null) {
                if (a[i] != b[i]) {
                    return a[i] == null ? 1 : -1;
                }
                continue;
            }
            int order = fieldTypes.get(i).compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public int hash(Object value) {
        Object[] fields = ((PgRecord) value).fields();
        int hash = 0;
        for (int i = 0; i < fields.length; i++) {
            hash = 31 * hash + (fields[i] == null ? 0 : fieldTypes.get(i).hash(fields[i]));
        }
        return hash;
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        putFields(((PgRecord) value).fields(), fieldTypes::get, key);
    }

    static void putFields(Object[] fields, RecordText.FieldTypes types, ByteWriter key) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == null) {
                key.putByte(NULL);
            } else {
                key.putByte(VALUE);
                types.of(i).putKey(fields[i], key);
            }
        }
    }

    @Override
    public Object takeKey(ByteReader key) {
        if (!keyKeepsValue()) {
            throw new IllegalStateException("the key of composite type " + oid + " does not keep the value");
        }
        Object[] fields = new Object[fieldTypes.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = key.getByte() == NULL ? null : fieldTypes.get(i).takeKey(key);
        }
        return row(fields);
    }

    @Override
    public boolean keyKeepsValue() {
        return fieldTypes.stream().allMatch(ValueType::keyKeepsValue);
    }
}
