package io.pglitedb.executor.describe;

import io.pglitedb.catalog.access.RowSecurity;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.reference.ObjectNames;
import io.pglitedb.types.value.Utf8;

/// Whether policies hide rows of a table from the current role.
public final class RowSecurityFunctions {
    private RowSecurityFunctions() {}

    /// NULL when there is no such table.
    @Prosrc("row_security_active")
    public static Boolean isActive(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(oid);
        return table == null ? null : (Boolean) RowSecurity.isActive(catalog, RoleFunctions.currentRole(call), table);
    }

    @Prosrc("row_security_active_name")
    public static Boolean isActive(CallContext call, Utf8 name) {
        return isActive(call, call.session().as(ObjectNames.class).oid(ObjectNames.Kind.CLASS, name.toString()));
    }
}
