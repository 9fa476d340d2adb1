package io.pglitedb.types;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMaps;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Collection;
import java.util.ServiceLoader;

/// The built-in base types by OID: what all `TypeFamily` services offer.
public final class BuiltinTypes {
    private static final Int2ObjectMap<ValueType> BY_OID = load();

    private BuiltinTypes() {}

    private static Int2ObjectMap<ValueType> load() {
        Int2ObjectMap<ValueType> types = new Int2ObjectOpenHashMap<>();
        ServiceLoader<TypeFamily> families = ServiceLoader.load(TypeFamily.class, TypeFamily.class.getClassLoader());
        for (TypeFamily family : families) {
            addAll(family.types(), types);
        }
        for (TypeFamily family : families) {
            addAll(family.derivedTypes(types::get), types);
        }
        return Int2ObjectMaps.unmodifiable(types);
    }

    private static void addAll(Collection<ValueType> offered, Int2ObjectMap<ValueType> types) {
        for (ValueType type : offered) {
            if (types.put(type.oid(), type) != null) {
                throw new IllegalStateException("two families offer the type with OID " + type.oid());
            }
        }
    }

    /// Null when there is none.
    public static ValueType find(int oid) {
        return BY_OID.get(oid);
    }

    /// 42704 when PostgreSQL has no such type either, 0A000 when it is missing here.
    public static ValueType get(int oid) {
        ValueType type = BY_OID.get(oid);
        if (type == null) {
            throw missing(oid);
        }
        return type;
    }

    private static PgException missing(int oid) {
        String name = TypeNames.of(oid);
        return name.equals("???")
                ? new PgException(
                        SqlState.UNDEFINED_OBJECT, "type with OID " + Integer.toUnsignedString(oid) + " does not exist")
                : PgException.notSupported("type " + name);
    }

    public static Collection<ValueType> all() {
        return BY_OID.values();
    }
}
