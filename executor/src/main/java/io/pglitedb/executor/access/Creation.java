package io.pglitedb.executor.access;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.access.Privilege;

/// Whether something may be made in a place.
public final class Creation {
    private final Definition definition;

    public Creation(Definition definition) {
        this.definition = definition;
    }

    /// 42501 unless the role may make objects in the schema; in the session's temporary one it may.
    public void requireInSchema(int role, int namespace) {
        CatalogView view = definition.view();
        NamespaceDef schema = view.namespaceDef(namespace);
        if (schema != null
                && namespace != definition.backend().sessionCatalog().temporarySchema()
                && (new AccessControl(view).onSchema(role, schema) & Privilege.CREATE.bit()) == 0) {
            throw Denial.permission("schema", schema.name());
        }
    }

    /// @param right to make schemas, or temporary objects
    public void requireInDatabase(Privilege right) {
        requireInDatabase(definition.owner(), right);
    }

    void requireInDatabase(int role, Privilege right) {
        CatalogView view = definition.view();
        DatabaseDef database = view.database(view.databaseOid());
        if ((new AccessControl(view).onDatabase(role, database) & right.bit()) == 0) {
            throw right == Privilege.TEMPORARY
                    ? Denial.of("permission denied to create temporary tables in database \"%s\""
                            .formatted(database.name()))
                    : Denial.permission("database", database.name());
        }
    }
}
