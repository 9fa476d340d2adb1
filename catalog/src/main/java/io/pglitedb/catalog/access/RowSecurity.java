package io.pglitedb.catalog.access;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.def.TableDef;

/// Whether policies decide which rows of a table a role sees. Source: PostgreSQL 15, `check_enable_rls`.
public final class RowSecurity {
    private RowSecurity() {}

    public static boolean isActive(CatalogView catalog, int roleOid, TableDef table) {
        if (!table.traits().rowSecurity()) {
            return false;
        }
        RoleDef role = catalog.role(roleOid);
        boolean exempt = role == null || role.superuser() || role.bypassRowSecurity();
        boolean owner = new RoleGraph(catalog).hasRightsOf(roleOid, table.owner());
        return !exempt && (!owner || table.traits().forceRowSecurity());
    }
}
