package io.pglitedb.types.json;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// jsonb: a tree.
///
/// ```
///   stored   a tag (rank × 2 + 1 for true), then by rank: nothing | length varint, UTF-8 | scale varint, length
/// varint,
///            two's complement | count varint, elements | count varint, (length varint, key, value)…
///   key      01 empty array at the root | tag, then: string 00 | numeric key | 0/1 | count int32, elements |
///            count int32, (key 00, value)…;  tags order null < string < number < boolean < array < object
/// ```
public final class JsonbValueType implements ValueType {
    private static final int VERSION = 1;
    private static final int NUMERIC = 1700;
    private static final int EMPTY_ROOT_ARRAY = 1;
    private static final int FIRST_TAG = 2;

    @Override
    public int oid() {
        return 3802;
    }

    @Override
    public Class<?> carrier() {
        return Jsonb.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return JsonbTrees.parse(text);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        JsonbTrees.print((Jsonb) value, out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int version = in.getByte();
        if (version != VERSION) {
            throw new PgException(SqlState.INTERNAL_ERROR, "unsupported jsonb version number " + version);
        }
        return JsonbTrees.parse(new Utf8(in.getBytes(in.remaining())));
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        out.putByte(VERSION);
        print(value, session, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        Jsonb json = (Jsonb) value;
        int tag = JsonbTrees.rank(json) * 2;
        switch (json) {
            case Jsonb.Null _ -> out.putByte(tag);
            case Jsonb.Bool(boolean bool) -> out.putByte(tag + (bool ? 1 : 0));
            case Jsonb.Str(Utf8 string) -> storeString(string, out.putByte(tag));
            case Jsonb.Num(BigDecimal number) -> {
                byte[] digits = number.unscaledValue().toByteArray();
                out.putByte(tag)
                        .putVarInt(number.scale())
                        .putVarInt(digits.length)
                        .putBytes(digits);
            }
            case Jsonb.Arr(List<Jsonb> elements) -> {
                out.putByte(tag).putVarInt(elements.size());
                for (Jsonb each : elements) {
                    store(each, out);
                }
            }
            case Jsonb.Obj(List<Utf8> keys, List<Jsonb> values) -> {
                out.putByte(tag).putVarInt(keys.size());
                for (int i = 0; i < keys.size(); i++) {
                    storeString(keys.get(i), out);
                    store(values.get(i), out);
                }
            }
        }
    }

    private static void storeString(Utf8 string, ByteWriter out) {
        out.putVarInt(string.length()).putBytes(string.array(), string.offset(), string.length());
    }

    @Override
    public Object load(ByteReader in) {
        return loadTree(in);
    }

    private static Jsonb loadTree(ByteReader in) {
        int tag = in.getByte();
        return switch (tag / 2) {
            case 0 -> Jsonb.Null.NULL;
            case 1 -> new Jsonb.Str(loadString(in));
            case 2 -> {
                int scale = in.getVarInt();
                yield new Jsonb.Num(new BigDecimal(new BigInteger(in.getBytes(in.getVarInt())), scale));
            }
            case 3 -> Jsonb.Bool.of(tag % 2 == 1);
            case 4 -> {
                int count = in.getVarInt();
                List<Jsonb> elements = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    elements.add(loadTree(in));
                }
                yield new Jsonb.Arr(elements);
            }
            default -> {
                int count = in.getVarInt();
                List<Utf8> keys = new ArrayList<>(count);
                List<Jsonb> values = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    keys.add(loadString(in));
                    values.add(loadTree(in));
                }
                yield new Jsonb.Obj(keys, values);
            }
        };
    }

    private static Utf8 loadString(ByteReader in) {
        return new Utf8(in.getBytes(in.getVarInt()));
    }

    @Override
    public int compare(Object left, Object right) {
        return JsonbTrees.compare((Jsonb) left, (Jsonb) right);
    }

    @Override
    public int hash(Object value) {
        return JsonbTrees.hash((Jsonb) value);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        if (value instanceof Jsonb.Arr(List<Jsonb> elements) && elements.isEmpty()) {
            key.putByte(EMPTY_ROOT_ARRAY);
        } else {
            putTree((Jsonb) value, key);
        }
    }

    private static void putTree(Jsonb json, ByteWriter key) {
        key.putByte(FIRST_TAG + JsonbTrees.rank(json));
        switch (json) {
            case Jsonb.Null _ -> {}
            case Jsonb.Bool(boolean bool) -> key.putByte(bool ? 1 : 0);
            case Jsonb.Str(Utf8 string) -> putString(string, key);
            case Jsonb.Num(BigDecimal number) -> BuiltinTypes.get(NUMERIC).putKey(Numeric.of(number), key);
            case Jsonb.Arr(List<Jsonb> elements) -> {
                key.putInt(elements.size());
                for (Jsonb each : elements) {
                    putTree(each, key);
                }
            }
            case Jsonb.Obj(List<Utf8> keys, List<Jsonb> values) -> {
                key.putInt(keys.size());
                for (int i = 0; i < keys.size(); i++) {
                    putString(keys.get(i), key);
                    putTree(values.get(i), key);
                }
            }
        }
    }

    /// jsonb strings have no zero character, so one ends the key.
    private static void putString(Utf8 string, ByteWriter key) {
        key.putBytes(string.array(), string.offset(), string.length()).putByte(0);
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw new IllegalStateException("the key of jsonb does not keep the scale of numbers");
    }

    @Override
    public boolean keyKeepsValue() {
        return false;
    }
}
