package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.def.SearchPath;
import java.util.ArrayList;
import java.util.List;

/// From the names of a search path to schemas. Source: PostgreSQL's `recomputeNamespacePath`.
final class SearchPathLookups {
    private static final int PG_CATALOG = 11;

    /// @param schemas to look into, in order
    /// @param creation where unqualified objects are made; 0 for nowhere
    record Resolved(List<Integer> schemas, int creation) {}

    static final Lookup<SearchPath, Resolved> PATH = Lookup.of(SearchPathLookups::resolve, "pg_namespace", "pg_authid");

    private SearchPathLookups() {}

    private static Resolved resolve(CatalogReader reader, SearchPath path) {
        List<Integer> schemas = new ArrayList<>();
        boolean creationIsTemporary = false;
        for (String name : path.schemas()) {
            if (name.equals(SearchPath.TEMPORARY)) {
                creationIsTemporary |= schemas.isEmpty();
            }
            int oid = schema(reader, path, name);
            if (oid != 0 && !schemas.contains(oid)) {
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
        return new Resolved(List.copyOf(schemas), creation);
    }

    /// 0 when there is none.
    private static int schema(CatalogReader reader, SearchPath path, String name) {
        String schema = name;
        if (name.equals(SearchPath.TEMPORARY)) {
            return path.temporarySchema();
        }
        if (name.equals(SearchPath.USER)) {
            RoleDef role = RoleLookups.ROLE.load(reader, path.role());
            if (role == null) {
                return 0;
            }
            schema = role.name();
        }
        NamespaceDef namespace = NamespaceLookups.BY_NAME.load(reader, schema);
        return namespace == null ? 0 : namespace.oid();
    }
}
