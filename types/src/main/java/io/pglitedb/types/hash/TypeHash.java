package io.pglitedb.types.hash;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.EnumValue;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;
import io.pglitedb.types.value.PgRecord;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The hash function of any type's default operator class, as hash partitioning and hash_array use it. Facts:
/// resource `hash_functions.tsv`, PostgreSQL 15's `pg_amproc`.
public final class TypeHash {
    /// @param plain of 32 bits
    /// @param extended of 64 bits, with a seed
    private record Functions(String plain, String extended) {}

    private static final Int2ObjectMap<Functions> BY_TYPE = load();

    private TypeHash() {}

    private static Int2ObjectMap<Functions> load() {
        Int2ObjectMap<Functions> functions = new Int2ObjectOpenHashMap<>();
        try (InputStream in = TypeHash.class.getResourceAsStream("hash_functions.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] fields = line.split("\t");
                        functions.put(Integer.parseInt(fields[0]), new Functions(fields[1], fields[2]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return functions;
    }

    /// The type whose operator class serves: the family of polymorphic ones, the base of those that are
    /// coercible.
    private static int operatorType(Object value, int type) {
        return switch (value) {
            case PgRecord _ -> Oids.RECORD;
            case EnumValue _ -> Oids.ANYENUM;
            case PgRange _ -> Oids.ANYRANGE;
            case PgMultirange _ -> Oids.ANYMULTIRANGE;
            case PgArray _ when type != Oids.OIDVECTOR -> Oids.ANYARRAY;
            default ->
                switch (type) {
                    case Oids.VARCHAR -> Oids.TEXT;
                    case Oids.CIDR -> Oids.INET;
                    default ->
                        !BY_TYPE.containsKey(type) && value instanceof Integer && isReference(type) ? Oids.OID : type;
                };
        };
    }

    /// A reg* type.
    private static boolean isReference(int type) {
        return BuiltinTypes.find(type) != null
                && BuiltinTypes.find(type).getClass().getPackageName().endsWith(".reference");
    }

    private static Functions functions(Object value, int type, SessionContext session) {
        Functions found = BY_TYPE.get(operatorType(value, type));
        if (found == null) {
            throw new PgException(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify a hash function for type " + session.typeName(type));
        }
        return found;
    }

    /// bool shares the function of "char".
    private static Object carrier(Object value) {
        return value instanceof Boolean truth ? (Object) (byte) (truth ? 1 : 0) : value;
    }

    private static CallContext call(int type, SessionContext session) {
        return new CallContext(session, new SqlType[] {SqlType.of(type)}, SqlType.of(Oids.INT4), 0);
    }

    /// Of a value that is not NULL.
    public static int hash(Object value, int type, SessionContext session) {
        String function = functions(value, type, session).plain();
        return (Integer) FunctionRegistry.standard().find(function).call(call(type, session), carrier(value));
    }

    public static long hash(Object value, int type, long seed, SessionContext session) {
        String function = functions(value, type, session).extended();
        return (Long) FunctionRegistry.standard().find(function).call(call(type, session), carrier(value), seed);
    }
}
