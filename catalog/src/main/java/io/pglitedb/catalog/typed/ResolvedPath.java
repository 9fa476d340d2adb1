package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.types.access.Privilege;
import java.util.ArrayList;
import java.util.List;

/// From the names of a search path to schemas. Source: PostgreSQL 15, `recomputeNamespacePath`.
///
/// @param schemas to look into, in order
/// @param creation where unqualified objects are made; 0 for nowhere
record ResolvedPath(List<Integer> schemas, int creation) {
    private static final int PG_CATALOG = 11;

    ResolvedPath {
        schemas = List.copyOf(schemas);
    }

    static ResolvedPath of(CatalogView view, SearchPath path) {
        AccessControl access = new AccessControl(view);
        List<Integer> schemas = new ArrayList<>();
        boolean creationIsTemporary = false;
        for (String name : path.schemas()) {
            creationIsTemporary |= name.equals(SearchPath.TEMPORARY) && schemas.isEmpty();
            int oid = schema(view, path, name);
            if (oid != 0 && !schemas.contains(oid) && mayUse(access, view, path, oid)) {
                schemas.add(oid);
            }
        }
        int creation = creationIsTemporary ? path.temporarySchema() : schemas.isEmpty() ? 0 : schemas.getFirst();
        if (!schemas.contains(PG_CATALOG)) {
            schemas.addFirst(PG_CATALOG);
        }
        if (path.temporarySchema() != 0 && !schemas.contains(path.temporarySchema())) {
            schemas.addFirst(path.temporarySchema());
        }
        return new ResolvedPath(schemas, creation);
    }

    static boolean mayUse(AccessControl access, CatalogView view, SearchPath path, int schema) {
        return schema == path.temporarySchema()
                || (access.onSchema(path.role(), view.namespaceDef(schema)) & Privilege.USAGE.bit()) != 0;
    }

    /// 0 when there is none.
    private static int schema(CatalogView view, SearchPath path, String name) {
        if (!name.equals(SearchPath.USER)) {
            return view.namespace(name);
        }
        RoleDef role = view.role(path.role());
        return role == null ? 0 : view.namespace(role.name());
    }
}
