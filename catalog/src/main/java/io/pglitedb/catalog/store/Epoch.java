package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.Answers;
import io.pglitedb.catalog.typed.Answers.Answer;
import io.pglitedb.catalog.typed.CatalogSource;
import io.pglitedb.catalog.typed.Lookup;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The committed catalog between two changes of it, as far as anybody asked. Holds no snapshot: a question is
/// answered from the newest one, and the answer is shared with everybody only when the tables it comes from are
/// still as they were when the epoch began; otherwise it is for those who still use this epoch. Thread-safe.
final class Epoch implements CatalogSource {
    private final RowStore store;
    private final StorageMap storage;
    private final long version;
    /// When each table changed last, as of the epoch's beginning.
    private final Map<SystemTable, Long> tableVersions = new HashMap<>();
    private final Map<Lookup<?, ?>, Answers> answers = new ConcurrentHashMap<>();
    private final Map<Lookup<?, ?>, Answers> late = new ConcurrentHashMap<>();

    /// @param before the epoch that this one follows, whose answers from unchanged tables are kept; null for none
    Epoch(RowStore store, StorageMap storage, Snapshot snapshot, Epoch before) {
        this.store = store;
        this.storage = storage;
        this.version = version(storage, snapshot);
        for (SystemTable table : SystemTables.all()) {
            if (table.isShared() || storage.epoch() != StorageMap.SHARED_EPOCH) {
                tableVersions.put(table, snapshot.catalogVersion(storage.number(table)));
            }
        }
        if (before != null) {
            before.answers.forEach((lookup, known) -> {
                if (lookup.reads().stream().allMatch(table -> sameVersion(before, table))) {
                    answers.put(lookup, known);
                }
            });
        }
    }

    private boolean sameVersion(Epoch before, SystemTable table) {
        return tableVersions.get(table).equals(before.tableVersions.get(table));
    }

    /// The commit that changed this database's or the shared catalogs last.
    static long version(StorageMap storage, Snapshot snapshot) {
        return Math.max(snapshot.catalogVersion(storage.epoch()), snapshot.catalogVersion(StorageMap.SHARED_EPOCH));
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public <K, V> V find(Lookup<K, V> lookup, K key) {
        Answer<V> known = known(answers, lookup, key);
        if (known == null) {
            known = known(late, lookup, key);
        }
        if (known != null) {
            return known.value();
        }
        try (Snapshot snapshot = store.currentSnapshot()) {
            V answer = lookup.load(StoredReader.of(snapshot, storage), key);
            (isUnchanged(lookup, snapshot) ? answers : late)
                    .computeIfAbsent(lookup, _ -> new Answers())
                    .put(key, answer);
            return answer;
        }
    }

    private static <K, V> Answer<V> known(Map<Lookup<?, ?>, Answers> answers, Lookup<K, V> lookup, K key) {
        Answers ofLookup = answers.get(lookup);
        return ofLookup == null ? null : ofLookup.get(lookup, key);
    }

    private boolean isUnchanged(Lookup<?, ?> lookup, Snapshot snapshot) {
        for (SystemTable table : lookup.reads()) {
            if (snapshot.catalogVersion(storage.number(table)) != tableVersions.get(table)) {
                return false;
            }
        }
        return true;
    }
}
