package io.pglitedb.catalog.drop;

import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Comments;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Map;

/// Deletes the rows that make an object, and its storage at commit; what depends on it is gone already.
final class ObjectRemoval {
    private static final SystemIndex COLUMNS = SystemTables.index("pg_attribute_relid_attnum_index");
    private static final SystemIndex INDEXES = SystemTables.index("pg_index_indexrelid_index");
    private static final SystemIndex PARENTS = SystemTables.index("pg_inherits_relid_seqno_index");
    private static final SystemIndex FOREIGN = SystemTables.index("pg_foreign_table_relid_index");
    private static final SystemIndex PARTITIONED = SystemTables.index("pg_partitioned_table_partrelid_index");
    private static final SystemIndex STATISTICS = SystemTables.index("pg_statistic_relid_att_inh_index");
    private static final SystemIndex LABELS = SystemTables.index("pg_enum_typid_sortorder_index");
    private static final SystemIndex RANGES = SystemTables.index("pg_range_rngtypid_index");
    private static final SystemIndex AGGREGATES = SystemTables.index("pg_aggregate_fnoid_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;
    private final Columns columns;
    private final Comments comments;

    ObjectRemoval(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
        this.columns = new Columns(writer);
        this.comments = new Comments(writer);
    }

    void remove(ObjectAddress object) {
        SystemRow row = writer.row(SystemTables.find(object.classOid()).oidIndex(), object.oid());
        switch (object.classOid()) {
            case ClassOid.RELATION -> {
                if (object.subId() != 0) {
                    removeColumn(object);
                } else {
                    removeRelation(row);
                }
            }
            case ClassOid.TYPE -> {
                writer.rows(LABELS, object.oid()).forEach(writer::delete);
                writer.rows(RANGES, object.oid()).forEach(writer::delete);
                writer.delete(row);
            }
            case ClassOid.FUNCTION -> {
                writer.rows(AGGREGATES, object.oid()).forEach(writer::delete);
                writer.delete(row);
            }
            case ClassOid.OPERATOR -> removeOperator(row);
            case ClassOid.CONSTRAINT -> removeConstraint(row);
            case ClassOid.COLUMN_DEFAULT -> columns.removeDefaultRow(row);
            default -> writer.delete(row);
        }
        dependencies.forget(object);
        comments.forget(object);
    }

    private void removeColumn(ObjectAddress column) {
        columns.markDropped(column.oid(), column.subId());
        writer.rows(STATISTICS, column.oid(), column.subId()).forEach(writer::delete);
    }

    private void removeRelation(SystemRow row) {
        int oid = row.oid("oid");
        if (row.flag("relispartition")) {
            forgetDefaultPartition(oid);
        }
        if (row.letter("relkind") == 'S') {
            new Sequences(writer).remove(oid);
        }
        writer.rows(PARTITIONED, oid).forEach(writer::delete);
        writer.rows(FOREIGN, oid).forEach(writer::delete);
        writer.rows(PARENTS, oid).forEach(writer::delete);
        writer.rows(INDEXES, oid).forEach(writer::delete);
        writer.rows(STATISTICS, oid).forEach(writer::delete);
        writer.rows(COLUMNS, oid).forEach(writer::delete);
        new Relations(writer).dropStorage(row);
        writer.delete(row);
    }

    private void forgetDefaultPartition(int partition) {
        for (SystemRow link : writer.rows(PARENTS, partition)) {
            for (SystemRow parent : writer.rows(PARTITIONED, link.oid("inhparent"))) {
                if (parent.oid("partdefid") == partition) {
                    writer.update(parent, Map.of("partdefid", 0));
                }
            }
        }
    }

    /// Its commutator and negator forget it.
    private void removeOperator(SystemRow row) {
        int oid = row.oid("oid");
        for (String link : List.of("oprcom", "oprnegate")) {
            if (row.oid(link) != 0 && row.oid(link) != oid) {
                SystemRow other = writer.row(row.table().oidIndex(), row.oid(link));
                if (other != null && other.oid(link) == oid) {
                    writer.update(other, Map.of(link, 0));
                }
            }
        }
        writer.delete(row);
    }

    private void removeConstraint(SystemRow row) {
        if (row.letter("contype") == 'c' && row.oid("conrelid") != 0) {
            SystemRow table = writer.row(SystemTables.table("pg_class").oidIndex(), row.oid("conrelid"));
            if (table != null) {
                writer.update(table, Map.of("relchecks", table.integer("relchecks") - 1));
            }
        }
        writer.delete(row);
    }
}
