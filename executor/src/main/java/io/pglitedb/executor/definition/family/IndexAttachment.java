package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// ALTER INDEX … ATTACH PARTITION. Source: PostgreSQL's ATExecAttachPartitionIdx.
public final class IndexAttachment {
    private final Definition definition;

    public IndexAttachment(Definition definition) {
        this.definition = definition;
    }

    public void attach(TableDef parent, TableDef part) {
        CatalogView view = definition.view();
        IndexDef index = view.index(parent.oid());
        IndexDef own = view.index(part.oid());
        if (own == null) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not an index".formatted(part.name()));
        }
        if (view.parents(own.oid()).contains(index.oid())) {
            return;
        }
        if (part.traits().partition()) {
            throw refused(own, index)
                    .detail("Index \"%s\" is already attached to another index.".formatted(own.name()));
        }
        TableDef partitioned = view.table(index.table());
        TableDef partition = view.table(own.table());
        if (!partition.traits().partition() || !view.parents(partition.oid()).contains(partitioned.oid())) {
            throw refused(own, index)
                    .detail("Index \"%s\" is not an index on any partition of table \"%s\"."
                            .formatted(own.name(), partitioned.name()));
        }
        if (!new IndexCopy(definition, index, partitioned, partition).fits(own)) {
            throw refused(own, index).detail("The index definitions do not match.");
        }
        PartitionedIndexes indexes = new PartitionedIndexes(definition);
        ConstraintDef constraint = indexes.constraint(index);
        if (constraint != null && indexes.constraint(own) == null) {
            throw refused(own, index)
                    .detail(
                            "The index \"%s\" belongs to a constraint in table \"%s\" but no constraint exists for index \"%s\"."
                                    .formatted(index.name(), partitioned.name(), own.name()));
        }
        for (int other : view.children(index.oid())) {
            if (view.index(other).table() == partition.oid()) {
                throw refused(own, index)
                        .detail("Another index is already attached for partition \"%s\".".formatted(partition.name()));
            }
        }
        indexes.attach(own, index, partition);
    }

    private static PgException refused(IndexDef own, IndexDef parent) {
        return new PgException(
                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                "cannot attach index \"%s\" as a partition of index \"%s\"".formatted(own.name(), parent.name()));
    }
}
