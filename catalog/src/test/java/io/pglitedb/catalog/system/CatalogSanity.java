package io.pglitedb.catalog.system;

import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.types.value.PgArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The references between catalog tables that PostgreSQL documents (`pg_get_catalog_foreign_keys()`), checked.
public final class CatalogSanity {
    private CatalogSanity() {}

    private record Reference(
            SystemTable from,
            List<String> columns,
            SystemTable to,
            List<String> keys,
            boolean array,
            boolean optional) {}

    /// Rows that refer to none, each as text.
    public static List<String> dangling(CatalogReader reader) {
        List<String> dangling = new ArrayList<>();
        for (Reference reference : references()) {
            Set<List<Object>> keys = new HashSet<>();
            for (SystemRow row : reader.scan(reference.to)) {
                keys.add(key(row, reference.keys));
            }
            for (SystemRow row : reader.scan(reference.from)) {
                for (List<Object> key : keysOf(row, reference)) {
                    if (!keys.contains(key) && !isAbsent(key, reference)) {
                        dangling.add("%s refers to no %s: %s".formatted(reference.columns, reference.to, row));
                    }
                }
            }
        }
        return dangling;
    }

    private static boolean isAbsent(List<Object> key, Reference reference) {
        return reference.optional
                && key.stream().anyMatch(value -> value instanceof Number number && number.intValue() == 0);
    }

    private static List<Object> key(SystemRow row, List<String> columns) {
        return columns.stream().map(row::value).toList();
    }

    /// A row refers to several when the last column is an array.
    private static List<List<Object>> keysOf(SystemRow row, Reference reference) {
        if (reference.columns.stream().anyMatch(row::isNull)) {
            return List.of();
        }
        if (!reference.array) {
            return List.of(key(row, reference.columns));
        }
        List<Object> head = key(row, reference.columns.subList(0, reference.columns.size() - 1));
        List<List<Object>> keys = new ArrayList<>();
        for (Object element : ((PgArray) row.value(reference.columns.getLast())).elements()) {
            List<Object> key = new ArrayList<>(head);
            key.add(element);
            keys.add(key);
        }
        return keys;
    }

    private static List<Reference> references() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CatalogSanity.class.getResourceAsStream("references.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(fields -> new Reference(
                            SystemTables.table(fields[0]),
                            Arrays.asList(fields[1].split(" ")),
                            SystemTables.table(fields[2]),
                            Arrays.asList(fields[3].split(" ")),
                            fields[4].equals("t"),
                            fields[5].equals("t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
