package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;

/// Inheritance and partitioning.
final class InheritanceLookups {
    private static final SystemIndex PARENT = SystemTables.index("pg_inherits_parent_index");
    private static final SystemIndex CHILD = SystemTables.index("pg_inherits_relid_seqno_index");
    private static final SystemIndex PARTITIONED = SystemTables.index("pg_partitioned_table_partrelid_index");

    static final Lookup<Integer, List<Integer>> CHILDREN = Lookup.of(
            (reader, parent) -> reader.rows(PARENT, parent).stream()
                    .map(row -> row.oid("inhrelid"))
                    .sorted(Integer::compareUnsigned)
                    .toList(),
            "pg_inherits");
    static final Lookup<Integer, List<Integer>> PARENTS = Lookup.of(
            (reader, child) -> reader.rows(CHILD, child).stream()
                    .map(row -> row.oid("inhparent"))
                    .toList(),
            "pg_inherits");
    static final Lookup<Integer, PartitionKeyDef> PARTITION_KEY =
            Lookup.of((reader, table) -> partitionKey(reader.row(PARTITIONED, table)), "pg_partitioned_table");

    private InheritanceLookups() {}

    private static PartitionKeyDef partitionKey(SystemRow row) {
        return row == null
                ? null
                : new PartitionKeyDef(
                        row.oid("partrelid"),
                        row.letter("partstrat"),
                        row.oid("partdefid"),
                        row.integers("partattrs"),
                        row.integers("partclass"),
                        row.integers("partcollation"),
                        row.optional("partexprs"));
    }
}
