package io.pglitedb.types.bool;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.IntBuilder;
import io.pglitedb.types.vector.VectorBuilder;
import java.util.Locale;

/// bool. Key: 0 or 1.
public final class BoolType implements ValueType {
    @Override
    public int oid() {
        return Oids.BOOL;
    }

    @Override
    public Class<?> carrier() {
        return Boolean.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        String word = text.toString().strip().toLowerCase(Locale.ROOT);
        boolean yes = !word.isEmpty() && ("true".startsWith(word) || "yes".startsWith(word))
                || word.equals("on")
                || word.equals("1");
        boolean no = !word.isEmpty() && ("false".startsWith(word) || "no".startsWith(word))
                || word.equals("off")
                || word.equals("of")
                || word.equals("0");
        if (!yes && !no) {
            throw NumberErrors.invalidInput("boolean", text);
        }
        return yes;
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putByte((Boolean) value ? 't' : 'f');
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return load(in);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return 1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putByte((Boolean) value ? 1 : 0);
    }

    @Override
    public Object load(ByteReader in) {
        return in.getByte() != 0;
    }

    @Override
    public void load(ByteReader in, VectorBuilder out) {
        ((IntBuilder) out).appendInt(in.getByte() == 0 ? 0 : 1);
    }

    @Override
    public int compare(Object left, Object right) {
        return Boolean.compare((Boolean) left, (Boolean) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        key.putByte((Boolean) value ? 1 : 0);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return key.getByte() != 0;
    }
}
