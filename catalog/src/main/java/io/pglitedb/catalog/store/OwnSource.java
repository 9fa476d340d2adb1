package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.typed.Answers;
import io.pglitedb.catalog.typed.Answers.Answer;
import io.pglitedb.catalog.typed.CatalogSource;
import io.pglitedb.catalog.typed.Lookup;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// The catalog for a transaction that wrote some of it: what comes from tables it left alone is shared with
/// everybody. For the transaction's thread.
final class OwnSource implements CatalogSource {
    private static final AtomicLong VERSIONS = new AtomicLong();

    private final Transaction transaction;
    private final StorageMap storage;
    private final Epoch base;
    private final Set<SystemTable> written;
    private final long version = VERSIONS.decrementAndGet();
    private final Map<Lookup<?, ?>, Answers> answers = new HashMap<>();

    /// @param before what the transaction saw before its last writes; null for none
    /// @param writtenSince the tables of these writes: answers from others stay
    OwnSource(
            Transaction transaction,
            StorageMap storage,
            Epoch base,
            Set<SystemTable> written,
            OwnSource before,
            Set<SystemTable> writtenSince) {
        this.transaction = transaction;
        this.storage = storage;
        this.base = base;
        this.written = Set.copyOf(written);
        if (before != null && before.base == base) {
            before.answers.forEach((lookup, known) -> {
                if (lookup.reads().stream().noneMatch(writtenSince::contains)) {
                    answers.put(lookup, known);
                }
            });
        }
    }

    Epoch base() {
        return base;
    }

    /// Negative: no committed state has it.
    @Override
    public long version() {
        return version;
    }

    @Override
    public <K, V> V find(Lookup<K, V> lookup, K key) {
        if (lookup.reads().stream().noneMatch(written::contains)) {
            return base.find(lookup, key);
        }
        Answers ofLookup = answers.computeIfAbsent(lookup, _ -> new Answers());
        Answer<V> known = ofLookup.get(lookup, key);
        if (known != null) {
            return known.value();
        }
        try (Snapshot snapshot = transaction.newestCommitted()) {
            V answer = lookup.load(StoredReader.of(transaction, snapshot, storage), key);
            ofLookup.put(key, answer);
            return answer;
        }
    }
}
