package io.pglitedb.executor.check;

import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.executor.backend.ServerScript;
import io.pglitedb.executor.definition.TableNames;
import io.pglitedb.executor.sequence.SequenceState;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.StoreInspection;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Checks a whole store that nobody changes meanwhile:
/// ```
///  files' checksums ─▶ each database: each table's rows ⇄ index entries, constraints, counters; sequences
///                  ─▶ key ranges that no relation of any database has
/// ```
/// Not checked: whether values that a sequence has yet to give are in its column already, as PostgreSQL's users
/// may insert them; exclusion constraints.
public final class StoreCheck {
    /// Below are the shared tables, under their OIDs, and row store's own relations.
    static final int FIRST_NUMBER = 16384;

    private static final String RELATIONS_WITH_ROWS = "rmt";

    private final Instance instance;
    private final Consumer<Finding> receiver;
    private final Consumer<String> progress;
    private final Set<Integer> known = new HashSet<>();
    private boolean sharedDone;

    /// @param receiver of each finding, once it is found
    /// @param progress of a line for each table
    public StoreCheck(Instance instance, Consumer<Finding> receiver, Consumer<String> progress) {
        this.instance = instance;
        this.receiver = receiver;
        this.progress = progress;
    }

    public void run() {
        Findings store = new Findings(receiver, "store");
        StoreInspection inspection = instance.store().inspection();
        progress.accept("files");
        try {
            inspection.verifyFiles();
        } catch (PgException failure) {
            store.damage("%s", failure.getMessage());
        }
        try (Snapshot snapshot = instance.store().currentSnapshot()) {
            for (DatabaseCatalog database : databases()) {
                ServerScript.inTransaction(database, instance, session -> database(session, snapshot));
            }
            unknown(store, "rows", inspection.relationNumbers(snapshot), inspection);
            unknown(store, "index entries", inspection.indexNumbers(snapshot), inspection);
        }
        store.finish();
    }

    private List<DatabaseCatalog> databases() {
        List<DatabaseCatalog> databases = new ArrayList<>();
        instance.catalogs()
                .database("template1")
                .view()
                .databases()
                .forEach(database -> databases.add(instance.catalogs().database(database.oid())));
        return databases;
    }

    private void database(Backend session, Snapshot snapshot) {
        String name = session.catalog().databaseName();
        for (TableDef relation : relations(session)) {
            String place = name + " " + TableNames.qualified(relation, session.catalog());
            known.add(relation.storage());
            boolean again = relation.traits().shared() && sharedDone;
            try {
                if (relation.kind() == 'S') {
                    sequence(session, relation, new Findings(receiver, place));
                } else if (RELATIONS_WITH_ROWS.indexOf(relation.kind()) >= 0 && relation.storage() != 0 && !again) {
                    long rows = new TableCheck(
                                    session, relation, snapshot, part -> new Findings(receiver, name + " " + part))
                            .run();
                    progress.accept("%s: %d rows".formatted(place, rows));
                }
            } catch (RuntimeException failure) {
                new Findings(receiver, place).damage("the check failed: %s", failure);
            }
        }
        sharedDone = true;
    }

    /// By OID.
    private static Iterable<TableDef> relations(Backend session) {
        TreeMap<Integer, TableDef> relations = new TreeMap<>(Integer::compareUnsigned);
        for (SystemRow row : session.sessionCatalog().writer().scan(SystemTables.table("pg_class"))) {
            relations.put(row.oid("oid"), session.catalog().table(row.oid("oid")));
        }
        return relations.values();
    }

    private void sequence(Backend session, TableDef relation, Findings findings) {
        SequenceDef definition = session.catalog().sequence(relation.oid());
        if (definition == null) {
            findings.damage("the sequence has no definition");
            return;
        }
        SequenceState.Row row =
                instance.sequences().state(relation.storage(), definition).row();
        if (row.last() < definition.minimum() || row.last() > definition.maximum()) {
            findings.damage(
                    "the last value %d is not between %d and %d",
                    row.last(), definition.minimum(), definition.maximum());
        }
    }

    private void unknown(Findings store, String what, List<Integer> numbers, StoreInspection inspection) {
        for (int number : numbers) {
            if (number >= inspection.nextNumber()) {
                store.damage(
                        "%s are stored under number %d, but the next new one is %d",
                        what, number, inspection.nextNumber());
            } else if (number >= FIRST_NUMBER && !known.contains(number)) {
                store.garbage("%s under number %d belong to no relation", what, number);
            }
        }
    }
}
