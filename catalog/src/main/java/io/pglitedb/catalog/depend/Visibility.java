package io.pglitedb.catalog.depend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.system.SystemColumn;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.types.text.Quoting;

/// Whether a bare name finds an object: it must be the first of its name along the search path, by the unique
/// index that ends with or contains the schema (for functions and operators that includes the argument types).
public final class Visibility {
    private final CatalogReader reader;
    private final CatalogView view;

    public Visibility(CatalogReader reader, CatalogView view) {
        this.reader = reader;
        this.view = view;
    }

    /// @param row of a table whose objects live in schemas
    public boolean isVisible(SystemRow row) {
        SystemIndex index = nameIndex(row.table());
        Object[] key = index.keyOf(row.values());
        int at = namespacePlace(index);
        for (int namespace : view.searchPath()) {
            key[at] = namespace;
            SystemRow found = reader.row(index, key);
            if (found != null) {
                return found.oid("oid") == row.oid("oid");
            }
        }
        return false;
    }

    /// The object's name, quoted where needed, with its schema unless it is visible.
    public String name(SystemRow row) {
        SystemIndex index = nameIndex(row.table());
        String name = Quoting.identifier(row.text(nameColumn(index)));
        if (isVisible(row)) {
            return name;
        }
        int namespace = row.oid(index.columns().get(namespacePlace(index)).name());
        return Quoting.identifier(view.namespaceName(namespace)) + "." + name;
    }

    private static SystemIndex nameIndex(SystemTable table) {
        for (SystemIndex index : table.indexes()) {
            if (index.isUnique() && namespacePlace(index) >= 0 && nameColumn(index) != null) {
                return index;
            }
        }
        throw new IllegalArgumentException("objects of %s have no schema".formatted(table));
    }

    private static int namespacePlace(SystemIndex index) {
        for (int i = 0; i < index.columns().size(); i++) {
            if (index.columns().get(i).name().endsWith("namespace")) {
                return i;
            }
        }
        return -1;
    }

    private static String nameColumn(SystemIndex index) {
        for (SystemColumn column : index.columns()) {
            if (column.name().endsWith("name")) {
                return column.name();
            }
        }
        return null;
    }
}
