package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.rowstore.Transaction;
import java.util.Objects;

/// The database's catalog as a session sees it: with its transaction's changes and its search path.
public final class SessionCatalog {
    private final DatabaseCatalog database;
    private final Backend session;
    private CatalogView base;
    private CatalogView view;
    private SearchPath path;
    private long pathChanges = -1;
    private int temporarySchema;

    SessionCatalog(DatabaseCatalog database, Backend session) {
        this.database = database;
        this.session = session;
    }

    /// As it is now, with a fresh server's search path.
    CatalogView unqualified() {
        Transaction transaction = session.block().transactionIfBegun();
        return transaction == null ? database.view() : database.view(transaction);
    }

    /// As it is now; see [DatabaseCatalog#view].
    public CatalogView view() {
        CatalogView now = unqualified();
        if (now != base) {
            session.identity().catalogChanged(now);
        }
        SearchPath wanted = path();
        if (now != base || view == null) {
            base = now;
            view = now.withSearchPath(wanted);
        }
        return view;
    }

    /// Whether the transaction's snapshot, with its own writes, has the index.
    boolean sees(Transaction transaction, int index) {
        return database.sees(transaction, index);
    }

    /// The running transaction's writer.
    public CatalogWriter writer() {
        return database.writer(session.block().transaction());
    }

    /// The writer of another transaction than the session's running one.
    public CatalogWriter writer(Transaction transaction) {
        return database.writer(transaction);
    }

    private SearchPath path() {
        long changes = session.variables().stored().changes();
        int role = session.identity().currentUser().oid();
        if (path == null
                || changes != pathChanges
                || role != path.role()
                || temporarySchema != path.temporarySchema()) {
            SearchPath now =
                    new SearchPath(SearchPaths.split(session.variables().show("search_path")), role, temporarySchema);
            if (!Objects.equals(now, path)) {
                path = now;
                view = null;
            }
            pathChanges = changes;
        }
        return path;
    }

    /// What unqualified names mean: part of what an analysis depends on.
    SearchPath searchPath() {
        return path();
    }

    /// Equal to an earlier one while whatever was analyzed then still holds.
    public Object basis() {
        return new Basis(view().version(), path());
    }

    private record Basis(long catalogVersion, SearchPath path) {}

    /// OID of the session's schema for temporary objects, 0 while it has none.
    public int temporarySchema() {
        return temporarySchema;
    }

    public void temporarySchema(int oid) {
        temporarySchema = oid;
    }

    public int databaseOid() {
        return database.oid();
    }
}
