package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/// A kind of question with one typed answer per key: how to find it and on which tables the answer depends.
/// Answers are
/// kept until one of these tables changes. One instance each, for the life of the process.
public final class Lookup<K, V> {
    private final List<SystemTable> reads;
    private final BiFunction<CatalogReader, K, V> load;

    private Lookup(List<SystemTable> reads, BiFunction<CatalogReader, K, V> load) {
        this.reads = reads;
        this.load = load;
    }

    /// @param load gives null when there is no answer
    /// @param tables names of all tables that `load` reads
    static <K, V> Lookup<K, V> of(BiFunction<CatalogReader, K, V> load, String... tables) {
        Set<SystemTable> reads = new HashSet<>();
        for (String table : tables) {
            reads.add(SystemTables.table(table));
        }
        return new Lookup<>(List.copyOf(reads), load);
    }

    public List<SystemTable> reads() {
        return reads;
    }

    public V load(CatalogReader reader, K key) {
        return load.apply(reader, key);
    }
}
