package io.pglitedb.executor.definition;

import io.pglitedb.catalog.define.Namespaces;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import java.util.List;

/// The session's schema for temporary objects: made when it is first needed, emptied when the session ends.
public final class TemporarySchema {
    private static final int BOOTSTRAP_ROLE = 10;

    private final Backend backend;

    public TemporarySchema(Backend backend) {
        this.backend = backend;
    }

    /// OID of the schema.
    public int require(CatalogWriter writer) {
        backend.block().noteTemporary();
        int known = backend.sessionCatalog().temporarySchema();
        if (known != 0) {
            return known;
        }
        String name = "pg_temp_" + backend.processId();
        int left = writer.view().namespace(name);
        if (left != 0) {
            // Of a session that a crash has ended.
            drop(left, writer);
        }
        int oid = Namespaces.create(writer, name, BOOTSTRAP_ROLE);
        backend.sessionCatalog().temporarySchema(oid);
        writer.transaction().afterRollback(() -> backend.sessionCatalog().temporarySchema(0));
        return oid;
    }

    private static void drop(int schema, CatalogWriter writer) {
        new Drop(writer, writer.view(), notice -> {}).run(List.of(ObjectAddress.schema(schema)), true);
    }

    /// DISCARD TEMP: drops everything in it, if there is one, in the session's transaction.
    public void discard() {
        int schema = backend.sessionCatalog().temporarySchema();
        if (schema != 0) {
            CatalogWriter writer = backend.sessionCatalog().writer();
            drop(schema, writer);
            backend.sessionCatalog().temporarySchema(0);
            writer.transaction().afterRollback(() -> backend.sessionCatalog().temporarySchema(schema));
        }
    }

    /// Drops everything in it, if there is one, in a transaction of its own: the session has none running.
    public void drop() {
        int schema = backend.sessionCatalog().temporarySchema();
        if (schema == 0) {
            return;
        }
        RowStore store = backend.instance().store();
        try (Transaction transaction = store.begin(TransactionOptions.readCommitted(backend.locks()))) {
            drop(schema, backend.sessionCatalog().writer(transaction));
            transaction.commit(Durability.ASYNC);
        }
        backend.sessionCatalog().temporarySchema(0);
    }
}
