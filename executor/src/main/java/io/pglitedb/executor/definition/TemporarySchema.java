package io.pglitedb.executor.definition;

import io.pglitedb.catalog.define.Namespaces;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.executor.backend.Backend;

/// The session's schema for temporary objects: made when it is first needed, emptied when the session ends.
public final class TemporarySchema {
    private static final int BOOTSTRAP_ROLE = 10;

    private final Backend backend;

    public TemporarySchema(Backend backend) {
        this.backend = backend;
    }

    /// OID of the schema.
    public int require(CatalogWriter writer) {
        int known = backend.sessionCatalog().temporarySchema();
        if (known != 0) {
            return known;
        }
        String name = "pg_temp_" + backend.processId();
        int existing = writer.view().namespace(name);
        int oid = existing != 0 ? existing : Namespaces.create(writer, name, BOOTSTRAP_ROLE);
        backend.sessionCatalog().temporarySchema(oid);
        writer.transaction().afterRollback(() -> backend.sessionCatalog().temporarySchema(0));
        return oid;
    }
}
