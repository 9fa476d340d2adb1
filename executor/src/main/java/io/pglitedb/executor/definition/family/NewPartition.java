package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Partitioning;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.planner.partition.Partition;
import io.pglitedb.planner.partition.PartitionConstraints;
import io.pglitedb.planner.partition.PartitionOverlap;
import io.pglitedb.planner.partition.Partitions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Makes a table, new or not, a partition. Source: PostgreSQL's DefineRelation and ATExecAttachPartition.
public final class NewPartition {
    private final Definition definition;
    private final TableDef parent;
    private final PartitionBound bound;
    private final Partitions siblings;

    /// 42P17 when the bound overlaps another.
    ///
    /// @param name of the partition
    public NewPartition(Definition definition, TableDef parent, TableStatement.PartitionBound raw, String name) {
        this.definition = definition;
        this.parent = parent;
        this.bound = new PartitionBounds(definition, parent).read(raw);
        this.siblings = Partitions.of(parent, definition.view(), definition.session());
        new PartitionOverlap(siblings, parent, definition.view(), definition.session())
                .require(bound, name, locations(raw));
    }

    private static PartitionOverlap.Locations locations(TableStatement.PartitionBound raw) {
        return switch (raw) {
            case TableStatement.DefaultBound(int location) ->
                new PartitionOverlap.Locations(location, List.of(), List.of());
            case TableStatement.HashBound hash -> new PartitionOverlap.Locations(hash.location(), List.of(), List.of());
            case TableStatement.ListBound list ->
                new PartitionOverlap.Locations(
                        list.location(),
                        list.values().stream().map(value -> value.location()).toList(),
                        List.of());
            case TableStatement.RangeBound range ->
                new PartitionOverlap.Locations(
                        range.location(),
                        range.from().stream().map(value -> value.location()).toList(),
                        range.to().stream().map(value -> value.location()).toList());
        };
    }

    private CatalogView view() {
        return definition.view();
    }

    /// 42P17 for a relation without partitions.
    public static void requirePartitioned(TableDef parent) {
        if (parent.kind() != 'p') {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION, "\"%s\" is not partitioned".formatted(parent.name()));
        }
    }

    /// 23514 when the default partition holds rows that would belong to the new one.
    public void requireDefaultFree() {
        Partition rest = siblings.defaultPartition();
        if (rest == null || bound instanceof PartitionBound.Default) {
            return;
        }
        definition.lock(rest.table(), LockMode.ACCESS_EXCLUSIVE);
        List<Expr> wanted = new PartitionConstraints(view(), definition.session()).of(parent, siblings, bound);
        new PartitionRows(definition).requireNone(parent, view().table(rest.table()), wanted);
    }

    /// The conditions that rows which are there already have to satisfy, over the columns of the partitioned
    /// table.
    List<Expr> conditions() {
        return new PartitionConstraints(view(), definition.session()).of(parent, siblings, bound);
    }

    /// Ties the table to the partitioned table.
    public void attach(int partition) {
        new Partitioning(definition.writer())
                .attach(
                        partition,
                        parent.oid(),
                        NodeTree.write(bound, definition.session()),
                        bound instanceof PartitionBound.Default);
    }
}
