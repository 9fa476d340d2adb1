package io.pglitedb.executor.describe;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
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
        if (table == null) {
            return null;
        }
        int current = RoleFunctions.currentRole(call);
        RoleDef role = catalog.role(current);
        boolean exempt = role == null || role.superuser() || role.bypassRowSecurity();
        boolean owner = new RoleGraph(catalog).hasRightsOf(current, table.owner());
        return table.traits().rowSecurity()
                && !exempt
                && (!owner || table.traits().forceRowSecurity());
    }

    @Prosrc("row_security_active_name")
    public static Boolean isActive(CallContext call, Utf8 name) {
        return isActive(call, call.session().as(ObjectNames.class).oid(ObjectNames.Kind.CLASS, name.toString()));
    }
}
