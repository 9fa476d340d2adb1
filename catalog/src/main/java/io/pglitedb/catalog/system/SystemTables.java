package io.pglitedb.catalog.system;

import io.pglitedb.catalog.facts.FactTable;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All tables of pg_catalog, from the facts. Read once in a process.
public final class SystemTables {
    private static final Map<String, SystemTable> BY_NAME = new LinkedHashMap<>();
    private static final Map<Integer, SystemTable> BY_OID = new HashMap<>();
    private static final Map<String, SystemIndex> INDEXES = new HashMap<>();

    static {
        load();
    }

    private SystemTables() {}

    private record Attribute(int relation, SystemColumn column) {}

    private record Index(int oid, int table, boolean unique, List<Integer> columns) {}

    private static void load() {
        Map<Integer, List<SystemColumn>> columns = new HashMap<>();
        for (Attribute attribute : FactTable.read("pg_attribute", SystemTables::attribute)) {
            if (attribute.column.ordinal() >= 0) {
                columns.computeIfAbsent(attribute.relation, _ -> new ArrayList<>())
                        .add(attribute.column);
            }
        }
        columns.values().forEach(list -> list.sort(Comparator.comparingInt(SystemColumn::ordinal)));
        Map<Integer, List<Index>> indexes = new HashMap<>();
        FactTable.read("pg_index", SystemTables::index)
                .forEach(index -> indexes.computeIfAbsent(index.table, _ -> new ArrayList<>())
                        .add(index));
        List<FactTable.Row> relations = FactTable.read("pg_class", row -> row);
        Map<Integer, String> names = new HashMap<>();
        relations.forEach(row -> names.put(row.integer("oid"), row.text("relname")));
        for (FactTable.Row row : relations) {
            if (row.text("relkind").equals("r")) {
                int oid = row.integer("oid");
                add(row, columns.get(oid), indexes.getOrDefault(oid, List.of()), names);
            }
        }
    }

    private static void add(
            FactTable.Row row, List<SystemColumn> columns, List<Index> facts, Map<Integer, String> names) {
        List<SystemIndex> indexes = new ArrayList<>();
        for (Index fact : facts) {
            List<SystemColumn> keys =
                    fact.columns.stream().map(number -> columns.get(number - 1)).toList();
            SystemIndex index = new SystemIndex(fact.oid, names.get(fact.oid), fact.table, fact.unique, keys);
            indexes.add(index);
            INDEXES.put(index.name(), index);
        }
        indexes.sort(Comparator.comparingInt(SystemIndex::oid));
        SystemTable table =
                new SystemTable(row.integer("oid"), row.text("relname"), row.flag("relisshared"), columns, indexes);
        BY_NAME.put(table.name(), table);
        BY_OID.put(table.oid(), table);
    }

    private static Attribute attribute(FactTable.Row row) {
        int type = row.integer("atttypid");
        int number = row.signed("attnum");
        return new Attribute(
                row.integer("attrelid"),
                new SystemColumn(number - 1, row.text("attname"), type(type), row.flag("attnotnull")));
    }

    /// How a column stores its values. A regproc is stored as the oid it is; facts and code give it as a number.
    private static ValueType type(int oid) {
        ValueType type = BuiltinTypes.find(oid == Oids.REGPROC ? Oids.OID : oid);
        return type != null ? type : new MissingType(oid);
    }

    private static Index index(FactTable.Row row) {
        List<Integer> columns =
                row.list("indkey").stream().map(Integer::parseInt).toList();
        return new Index(row.integer("indexrelid"), row.integer("indrelid"), row.flag("indisunique"), columns);
    }

    /// In order of their OIDs.
    public static Collection<SystemTable> all() {
        return BY_NAME.values();
    }

    public static SystemTable table(String name) {
        SystemTable table = BY_NAME.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no catalog table " + name);
        }
        return table;
    }

    /// Null when the OID is not that of a pg_catalog table.
    public static SystemTable find(int oid) {
        return BY_OID.get(oid);
    }

    public static SystemIndex index(String name) {
        SystemIndex index = INDEXES.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no catalog index " + name);
        }
        return index;
    }
}
