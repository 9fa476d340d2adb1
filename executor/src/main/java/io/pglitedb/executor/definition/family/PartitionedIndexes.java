package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.rowstore.lock.LockMode;

/// Indexes of partitioned tables, which hold nothing themselves: every partition has one of its own that is
/// attached. Source: PostgreSQL's DefineIndex and AttachPartitionEnsureIndexes.
public final class PartitionedIndexes {
    private final Definition definition;

    public PartitionedIndexes(Definition definition) {
        this.definition = definition;
    }

    private CatalogView view() {
        return definition.view();
    }

    /// Gives every partition the index of its partitioned table.
    public void spread(TableDef table, int index) {
        for (int partition : view().children(table.oid())) {
            definition.lock(partition, LockMode.SHARE);
            ensure(view().index(index), table, view().table(partition));
        }
    }

    /// Gives a new partition all indexes of its partitioned table.
    public void ensureAll(TableDef parent, TableDef partition) {
        for (IndexDef index : view().indexes(parent.oid())) {
            ensure(index, parent, partition);
        }
    }

    /// Attaches an index of the partition that is there already, or makes one.
    private void ensure(IndexDef index, TableDef parent, TableDef partition) {
        ConstraintDef constraint = constraint(index);
        IndexCopy copy = new IndexCopy(definition, index, parent, partition);
        for (IndexDef candidate : view().indexes(partition.oid())) {
            boolean free = !view().table(candidate.oid()).traits().partition();
            ConstraintDef own = constraint(candidate);
            boolean sameRole = constraint == null || own != null && own.kind() == constraint.kind();
            if (free && candidate.valid() && sameRole && copy.fits(candidate)) {
                attach(candidate, index, partition);
                return;
            }
        }
        int made =
                copy.make(constraint, constraint == null ? 0 : constraint.oid()).index();
        Indexes indexes = new Indexes(definition.writer());
        indexes.attach(made, index.oid(), partition.oid());
        if (partition.kind() == 'p') {
            spread(partition, made);
        }
    }

    /// The key constraint that the index enforces; null for none.
    ConstraintDef constraint(IndexDef index) {
        return view().constraints(index.table()).stream()
                .filter(constraint -> constraint.index() == index.oid() && constraint.kind() != 'f')
                .findFirst()
                .orElse(null);
    }

    /// Makes an index part of a partitioned table's index, its constraint part of that one's.
    void attach(IndexDef index, IndexDef parent, TableDef partition) {
        new Indexes(definition.writer()).attach(index.oid(), parent.oid(), partition.oid());
        ConstraintDef constraint = constraint(parent);
        ConstraintDef own = constraint(index);
        if (constraint != null && own != null) {
            new Constraints(definition.writer()).attach(own, constraint.oid());
        }
        validate(parent);
    }

    /// A partitioned index is valid once every partition has a valid one.
    private void validate(IndexDef index) {
        if (view().index(index.oid()).valid()) {
            return;
        }
        long attached = view().children(index.oid()).stream()
                .filter(child -> view().index(child).valid())
                .count();
        if (attached == view().children(index.table()).size()) {
            new Indexes(definition.writer()).update(index.oid(), java.util.Map.of("indisvalid", true));
            for (int parent : view().parents(index.oid())) {
                validate(view().index(parent));
            }
        }
    }
}
