package io.pglitedb.executor.names;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.function.Supplier;

/// Value types by OID: built-in ones, and those that the catalog describes.
public final class CatalogTypes {
    private final Supplier<CatalogView> catalog;

    public CatalogTypes(Supplier<CatalogView> catalog) {
        this.catalog = catalog;
    }

    /// 42704 when there is none, 0A000 when there is no implementation.
    public ValueType get(int oid) {
        ValueType builtin = BuiltinTypes.find(oid);
        ValueType type = builtin != null ? builtin : catalog.get().valueType(oid);
        if (type == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT, "type with OID " + Integer.toUnsignedString(oid) + " does not exist");
        }
        return type;
    }
}
