package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.define.Partitioning;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// ATTACH PARTITION and DETACH PARTITION of a table. Source: PostgreSQL's ATExecAttachPartition and
/// DetachPartitionFinalize.
public final class Attachment {
    private final Definition definition;
    private final TableDef parent;

    public Attachment(Definition definition, TableDef parent) {
        this.definition = definition;
        this.parent = parent;
    }

    private CatalogView view() {
        return definition.view();
    }

    public void attach(TableDef table, TableStatement.PartitionBound bound) {
        requireAttachable(table);
        Inheritance inheritance = new Inheritance(definition);
        NewPartition partition = new NewPartition(definition, parent, bound, table.name());
        inheritance.join(table, parent, true);
        new PartitionRows(definition).requireAll(parent, table, partition.conditions());
        partition.requireDefaultFree();
        partition.attach(table.oid());
        new PartitionedIndexes(definition).ensureAll(parent, view().table(table.oid()));
    }

    private void requireAttachable(TableDef table) {
        if (table.traits().partition()) {
            throw Inheritance.wrongKind("\"%s\" is already a partition".formatted(table.name()));
        }
        if (table.ofType() != 0) {
            throw Inheritance.wrongKind("cannot attach a typed table as partition");
        }
        if (table.kind() != 'r' && table.kind() != 'p' && table.kind() != 'f') {
            throw Inheritance.wrongKind("\"%s\" is not a table or foreign table".formatted(table.name()));
        }
        if (!view().parents(table.oid()).isEmpty()) {
            throw Inheritance.wrongKind("cannot attach inheritance child as partition");
        }
        if (table.kind() != 'p' && !view().children(table.oid()).isEmpty()) {
            throw Inheritance.wrongKind("cannot attach inheritance parent as partition");
        }
        new Inheritance(definition).requireNoCircle(table, parent);
        if (parent.persistence() != 't' && table.persistence() == 't') {
            throw Inheritance.wrongKind("cannot attach a temporary relation as partition of permanent relation \"%s\""
                    .formatted(parent.name()));
        }
        if (parent.persistence() == 't' && table.persistence() != 't') {
            throw Inheritance.wrongKind("cannot attach a permanent relation as partition of temporary relation \"%s\""
                    .formatted(parent.name()));
        }
        for (ColumnDef column : table.columns()) {
            if (!column.dropped() && parent.column(column.name()) == null) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "table \"%s\" contains column \"%s\" not found in parent \"%s\""
                                        .formatted(table.name(), column.name(), parent.name()))
                        .detail("The new partition may contain only the columns present in parent.");
            }
        }
    }

    public void detach(TableDef partition) {
        if (!partition.traits().partition() || !view().parents(partition.oid()).contains(parent.oid())) {
            throw new PgException(
                    SqlState.UNDEFINED_TABLE,
                    "relation \"%s\" is not a partition of relation \"%s\"".formatted(partition.name(), parent.name()));
        }
        new Partitioning(definition.writer()).detach(partition.oid(), parent.oid());
        new Inheritance(definition).part(view().table(partition.oid()), parent);
        Indexes indexes = new Indexes(definition.writer());
        Constraints constraints = new Constraints(definition.writer());
        for (IndexDef index : view().indexes(partition.oid())) {
            for (int above : view().parents(index.oid())) {
                indexes.detach(index.oid(), above, partition.oid());
            }
        }
        for (ConstraintDef constraint : view().constraints(partition.oid())) {
            if (constraint.parent() != 0) {
                constraints.detach(constraint);
            }
        }
    }
}
