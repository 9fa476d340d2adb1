package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.ValueType;

/// How many bytes values of a type take in a stored row. A dropped column keeps the number in `attlen`: its type
/// is gone, but rows that were stored before still have the slot.
final class StoredLengths {
    /// Of an enum: the OID of the label's row.
    private static final int ENUM = 4;

    private StoredLengths() {}

    /// -1 when it depends on the value.
    static int of(int type, CatalogView view) {
        ValueType builtin = BuiltinTypes.find(type);
        if (builtin != null) {
            return builtin.storedSize();
        }
        TypeDef definition = view.type(type);
        return switch (definition.kind()) {
            case 'd' -> of(definition.baseType(), view);
            case 'e' -> ENUM;
            default -> -1;
        };
    }
}
