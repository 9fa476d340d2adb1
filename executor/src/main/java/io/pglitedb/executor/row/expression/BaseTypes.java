package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;

/// What domains are made of.
public final class BaseTypes {
    private static final char DOMAIN = 'd';

    private BaseTypes() {}

    /// OID of the type that is no domain; the type itself when it is none.
    public static int of(CatalogView catalog, int type) {
        TypeDef definition = catalog.type(type);
        while (definition != null && definition.kind() == DOMAIN) {
            definition = catalog.type(definition.baseType());
        }
        return definition == null ? type : definition.oid();
    }
}
