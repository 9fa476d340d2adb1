package io.pglitedb.catalog.depend;

import io.pglitedb.catalog.system.SystemColumn;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.typed.CatalogReader;
import java.util.List;
import java.util.Objects;

/// The rows of one kind of object by name, or by schema and name.
public final class NamedRows {
    private final CatalogReader reader;
    private final SystemIndex names;
    /// Place in the index; -1 for objects that stand in no schema.
    private final int namespace;

    public NamedRows(CatalogReader reader, SystemTable table) {
        this.reader = reader;
        this.names = table.indexes().stream()
                .filter(index -> index.isUnique() && place(index, "name") == 0)
                .findFirst()
                .orElseThrow();
        this.namespace = place(names, "namespace");
    }

    private static int place(SystemIndex index, String suffix) {
        for (int place = 0; place < index.columns().size(); place++) {
            SystemColumn column = index.columns().get(place);
            if (column.name().endsWith(suffix)) {
                return place;
            }
        }
        return -1;
    }

    /// The first in the order of the schemas; null when there is none.
    public SystemRow find(List<Integer> schemas, String name) {
        List<SystemRow> rows = reader.rows(names, name);
        String column = names.columns().get(namespace).name();
        return schemas.stream()
                .map(schema -> rows.stream()
                        .filter(row -> row.oid(column) == schema)
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Null when there is none.
    public SystemRow find(String name) {
        return reader.row(names, name);
    }
}
