package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Map;

/// Makes indexes; filling them is the command's business. Source: PostgreSQL 15, `index_create`.
public final class Indexes {
    private static final SystemTable TABLE = SystemTables.table("pg_index");
    private static final SystemIndex BY_OID = SystemTables.index("pg_index_indexrelid_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Indexes(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// OID; 42P07 when the name is taken in the table's schema.
    public int create(NewIndex index) {
        TableDef table = writer.view().table(index.table());
        Relations relations = new Relations(writer);
        relations.requireFree(index.name(), table.namespace());
        int oid = writer.newOid(Relations.TABLE);
        boolean partitioned = table.kind() == 'p';
        writer.insert(
                Relations.TABLE,
                Relations.base(oid, index.name(), table.namespace(), partitioned ? 'I' : 'i', table.owner())
                        .set("relam", index.accessMethod())
                        .set("relfilenode", partitioned ? 0 : writer.newStorage())
                        .set("relpersistence", table.persistence())
                        .set("relisshared", table.traits().shared())
                        .set("relnatts", index.columns().size())
                        .set("relpages", partitioned ? 0 : 1)
                        .set("reltuples", 0.0)
                        .set("reloptions", Values.texts(index.options())));
        int number = 1;
        for (NewIndex.Column column : index.columns()) {
            TypeDef type = writer.view().type(column.type());
            writer.insert(
                    Columns.TABLE,
                    Columns.row(
                            oid,
                            number++,
                            NewColumn.of(column.name(), column.type(), column.typmod(), column.collation()),
                            type));
        }
        writer.insert(TABLE, row(oid, index));
        relations.update(index.table(), Map.of("relhasindex", true));
        recordDependencies(oid, index);
        return oid;
    }

    private static RowValues row(int oid, NewIndex index) {
        List<NewIndex.Column> keys = index.columns().subList(0, index.keyCount());
        return new RowValues()
                .set("indexrelid", oid)
                .set("indrelid", index.table())
                .set("indnatts", index.columns().size())
                .set("indnkeyatts", index.keyCount())
                .set("indisunique", index.unique())
                .set("indnullsnotdistinct", index.nullsNotDistinct())
                .set("indisprimary", index.primary())
                .set("indisexclusion", index.exclusion())
                .set("indimmediate", index.immediate())
                .set("indisclustered", false)
                .set("indisvalid", index.valid())
                .set("indcheckxmin", false)
                .set("indisready", true)
                .set("indislive", true)
                .set("indisreplident", false)
                .set(
                        "indkey",
                        Values.int2Vector(index.columns().stream()
                                .map(NewIndex.Column::table)
                                .toList()))
                .set(
                        "indcollation",
                        Values.oidVector(
                                keys.stream().map(NewIndex.Column::collation).toList()))
                .set(
                        "indclass",
                        Values.oidVector(keys.stream()
                                .map(NewIndex.Column::operatorClass)
                                .toList()))
                .set(
                        "indoption",
                        Values.int2Vector(
                                keys.stream().map(NewIndex.Column::option).toList()))
                .set("indexprs", index.expressions().map(Expression::tree).orElse(null))
                .set("indpred", index.predicate().map(Expression::tree).orElse(null));
    }

    /// An index of a constraint depends on that alone, which depends on the columns.
    private void recordDependencies(int oid, NewIndex index) {
        ObjectAddress self = ObjectAddress.relation(oid);
        if (!index.forConstraint()) {
            boolean onColumn = false;
            for (NewIndex.Column column : index.columns()) {
                if (column.table() != 0) {
                    dependencies.record(self, ObjectAddress.column(index.table(), column.table()), DependencyType.AUTO);
                    onColumn = true;
                }
            }
            if (!onColumn) { // its expressions may name no column either
                dependencies.record(self, ObjectAddress.relation(index.table()), DependencyType.AUTO);
            }
        }
        for (NewIndex.Column column : index.columns().subList(0, index.keyCount())) {
            dependencies.record(self, ObjectAddress.collation(column.collation()), DependencyType.NORMAL);
            dependencies.record(self, ObjectAddress.operatorClass(column.operatorClass()), DependencyType.NORMAL);
        }
        index.expressions().ifPresent(expression -> recordExpression(self, index, expression));
        index.predicate().ifPresent(expression -> recordExpression(self, index, expression));
    }

    private void recordExpression(ObjectAddress self, NewIndex index, Expression expression) {
        dependencies.recordExpression(
                self, expression.references(), index.table(), DependencyType.AUTO, DependencyType.NORMAL);
    }

    /// Makes a key constraint the owner of its index.
    public void own(int constraint, int index) {
        dependencies.record(
                ObjectAddress.relation(index), ObjectAddress.constraint(constraint), DependencyType.INTERNAL);
    }

    /// Makes an index part of a partitioned table's index.
    public void attach(int index, int parent, int table) {
        ObjectAddress self = ObjectAddress.relation(index);
        dependencies.record(self, ObjectAddress.relation(parent), DependencyType.PARTITION_PRIMARY);
        dependencies.record(self, ObjectAddress.relation(table), DependencyType.PARTITION_SECONDARY);
        Relations relations = new Relations(writer);
        relations.insertParent(index, parent);
        relations.update(index, Map.of("relispartition", true));
    }

    /// Makes an index of a partition one of its own.
    public void detach(int index, int parent, int table) {
        ObjectAddress self = ObjectAddress.relation(index);
        dependencies.forget(self, ObjectAddress.relation(parent), DependencyType.PARTITION_PRIMARY);
        dependencies.forget(self, ObjectAddress.relation(table), DependencyType.PARTITION_SECONDARY);
        Relations relations = new Relations(writer);
        relations.removeParent(index, parent);
        relations.update(index, Map.of("relispartition", false));
    }

    /// Sets columns of an index's pg_index row (indisvalid, indisclustered, indisreplident …).
    public void update(int oid, Map<String, ?> changes) {
        writer.update(writer.row(BY_OID, oid), changes);
    }
}
