package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.Map;
import java.util.Set;

/// Partition keys and bounds. Source of the dependencies: PostgreSQL 15, `StorePartitionKey`.
public final class Partitioning {
    private static final SystemTable TABLE = SystemTables.table("pg_partitioned_table");
    private static final SystemIndex BY_RELATION = SystemTables.index("pg_partitioned_table_partrelid_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Partitioning(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// Says by what a table of kind p is partitioned.
    ///
    /// @param references what the key's expressions refer to
    public void create(PartitionKeyDef key, Set<ObjectAddress> references) {
        writer.insert(
                TABLE,
                new RowValues()
                        .set("partrelid", key.relation())
                        .set("partstrat", key.strategy())
                        .set("partnatts", key.columns().size())
                        .set("partdefid", key.defaultPartition())
                        .set("partattrs", Values.int2Vector(key.columns()))
                        .set("partclass", Values.oidVector(key.operatorClasses()))
                        .set("partcollation", Values.oidVector(key.collations()))
                        .set("partexprs", key.expressions().orElse(null)));
        ObjectAddress self = ObjectAddress.relation(key.relation());
        key.operatorClasses()
                .forEach(oid -> dependencies.record(self, ObjectAddress.operatorClass(oid), DependencyType.NORMAL));
        key.collations().forEach(oid -> dependencies.record(self, ObjectAddress.collation(oid), DependencyType.NORMAL));
        for (int column : key.columns()) {
            if (column != 0) {
                dependencies.record(ObjectAddress.column(key.relation(), column), self, DependencyType.INTERNAL);
            }
        }
        for (ObjectAddress reference : references) {
            if (reference.isSameObject(self)) {
                dependencies.record(reference, self, DependencyType.INTERNAL);
            } else {
                dependencies.record(self, reference, DependencyType.NORMAL);
            }
        }
    }

    /// Makes a table a partition.
    ///
    /// @param bound node tree text
    /// @param isDefault it takes the rows that no other takes
    public void attach(int partition, int parent, String bound, boolean isDefault) {
        Relations relations = new Relations(writer);
        relations.inherit(partition, parent, true);
        relations.update(partition, Map.of("relispartition", true, "relpartbound", bound));
        if (isDefault) {
            setDefault(parent, partition);
        }
    }

    /// Makes a partition a table of its own.
    public void detach(int partition, int parent) {
        Relations relations = new Relations(writer);
        relations.disinherit(partition, parent, true);
        relations.update(partition, new RowValues().set("relispartition", false).set("relpartbound", null));
        if (writer.view().partitionKey(parent).defaultPartition() == partition) {
            setDefault(parent, 0);
        }
    }

    private void setDefault(int parent, int partition) {
        writer.update(writer.row(BY_RELATION, parent), Map.of("partdefid", partition));
    }
}
