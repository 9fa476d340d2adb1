package io.pglitedb.executor.names;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.types.reference.RoleNames;
import java.util.function.Supplier;

/// The catalog's roles.
public record CatalogRoles(Supplier<CatalogView> catalog) implements RoleNames {
    @Override
    public int find(String name) {
        RoleDef role = catalog.get().role(name);
        return role == null ? 0 : role.oid();
    }

    @Override
    public String name(int oid) {
        RoleDef role = catalog.get().role(oid);
        return role == null ? null : role.name();
    }
}
