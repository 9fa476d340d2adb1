package io.pglitedb.catalog.system;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Values of some columns by name, for `CatalogWriter`; null is NULL.
public final class RowValues extends AbstractMap<String, Object> {
    private final Map<String, Object> values = new HashMap<>();

    public RowValues set(String column, Object value) {
        values.put(column, value);
        return this;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return values.entrySet();
    }
}
