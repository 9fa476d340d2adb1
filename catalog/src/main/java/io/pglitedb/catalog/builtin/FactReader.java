package io.pglitedb.catalog.builtin;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.typed.CatalogReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The facts in memory, hashed by the index prefixes that are asked for. Thread-safe.
final class FactReader implements CatalogReader {
    private record Prefix(SystemIndex index, int length) {}

    private final Map<SystemTable, List<SystemRow>> tables = new ConcurrentHashMap<>();
    private final Map<Prefix, Map<List<Object>, List<SystemRow>>> indexes = new ConcurrentHashMap<>();

    @Override
    public List<SystemRow> rows(SystemIndex index, Object... prefix) {
        return indexes.computeIfAbsent(new Prefix(index, prefix.length), this::hash)
                .getOrDefault(Arrays.asList(index.carriers(prefix)), List.of());
    }

    private Map<List<Object>, List<SystemRow>> hash(Prefix prefix) {
        Map<List<Object>, List<SystemRow>> rows = new HashMap<>();
        List<SystemRow> sorted = new ArrayList<>(scan(prefix.index.table()));
        sorted.sort((left, right) -> Arrays.compareUnsigned(
                prefix.index.prefix(prefix.index.keyOf(left.values())),
                prefix.index.prefix(prefix.index.keyOf(right.values()))));
        for (SystemRow row : sorted) {
            List<Object> key = Arrays.asList(Arrays.copyOf(prefix.index.keyOf(row.values()), prefix.length));
            rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    @Override
    public List<SystemRow> scan(SystemTable table) {
        return tables.computeIfAbsent(table, FactRows::of);
    }

    /// None: every database places its own.
    @Override
    public int storage(int relation, int fileNumber) {
        return 0;
    }
}
