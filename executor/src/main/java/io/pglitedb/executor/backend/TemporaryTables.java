package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.executor.transaction.TransactionListener;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The session's temporary tables that a commit empties or drops: ON COMMIT DELETE ROWS and DROP.
public final class TemporaryTables implements TransactionListener {
    private final Backend session;
    private final Set<Integer> emptied = new HashSet<>();
    private final Set<Integer> dropped = new HashSet<>();

    TemporaryTables(Backend session) {
        this.session = session;
    }

    public void emptyOnCommit(int table) {
        emptied.add(table);
    }

    public void dropOnCommit(int table) {
        dropped.add(table);
    }

    @Override
    public void beforeCommit() {
        if (!dropped.isEmpty()) {
            dropAll();
        }
        if (!emptied.isEmpty() && session.block().usesTemporary()) {
            emptyAll();
        }
    }

    private void dropAll() {
        CatalogWriter writer = session.sessionCatalog().writer();
        List<ObjectAddress> objects = new ArrayList<>();
        for (int table : dropped) {
            if (isThere(table)) {
                objects.add(ObjectAddress.relation(table));
            }
        }
        dropped.clear();
        if (!objects.isEmpty()) {
            new Drop(writer, writer.view(), notice -> {}).run(objects, true);
        }
    }

    /// False once it was dropped, or the transaction that made it was rolled back.
    private boolean isThere(int table) {
        TableDef found = session.catalog().table(table);
        return found != null && found.persistence() == 't';
    }

    private void emptyAll() {
        emptied.removeIf(table -> !isThere(table));
        emptied.forEach(this::requireReferencedBySameKind);
        for (int table : emptied) {
            TableDef found = session.catalog().table(table);
            String name = "\"pg_temp\"." + Quoting.identifier(found.name());
            if (found.storage() != 0 && InternalQuery.first("SELECT 1 FROM ONLY " + name, session) != null) {
                Relations relations = new Relations(session.sessionCatalog().writer());
                relations.replaceStorage(table);
                for (IndexDef index : session.catalog().indexes(table)) {
                    relations.replaceStorage(index.oid());
                }
            }
        }
    }

    private void requireReferencedBySameKind(int table) {
        for (ConstraintDef key : session.catalog().referencingConstraints(table)) {
            if (!emptied.contains(key.table())) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED, "unsupported ON COMMIT and foreign key combination")
                        .detail("Table \"%s\" references \"%s\", but they do not have the same ON COMMIT setting."
                                .formatted(
                                        session.catalog().table(key.table()).name(),
                                        session.catalog().table(table).name()));
            }
        }
    }

    @Override
    public void rollingBack() {
        dropped.clear();
    }
}
