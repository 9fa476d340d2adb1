package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.planner.partition.PartitionTree;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The locks on relations that a plan needs: against those who change their definition, not against each other.
/// Taken in order of OIDs and held to the end of the transaction. System catalogs are not locked: nobody alters
/// them.
public final class PlanLocks {
    private static final int FIRST_USER_OID = 16384;
    private static final char TEMPORARY = 't';

    private record RelationLock(LockTag.Relation tag, LockMode mode) {}

    private final List<RelationLock> locks = new ArrayList<>();
    /// OIDs of the indexes that are scanned.
    private final Set<Integer> indexes = new TreeSet<>();

    private boolean temporary;

    private PlanLocks() {}

    public static PlanLocks of(PlannedStatement plan, int database) {
        PlanLocks found = new PlanLocks();
        TreeMap<Integer, LockMode> modes = new TreeMap<>();
        for (PlannedStatement each : plan.all()) {
            found.collect(each.root(), modes);
            each.subPlans().forEach(subPlan -> found.collect(subPlan.root(), modes));
        }
        modes.forEach((oid, mode) -> found.locks.add(new RelationLock(new LockTag.Relation(database, oid), mode)));
        return found;
    }

    private void collect(PlanNode node, TreeMap<Integer, LockMode> modes) {
        switch (node) {
            case PlanNode.SeqScan scan -> add(scan.table(), LockMode.ACCESS_SHARE, modes);
            case PlanNode.IndexScan scan -> {
                add(scan.table(), LockMode.ACCESS_SHARE, modes);
                if (Integer.compareUnsigned(scan.index().oid(), FIRST_USER_OID) >= 0) {
                    indexes.add(scan.index().oid());
                }
            }
            case PlanNode.TidScan scan -> add(scan.table(), LockMode.ACCESS_SHARE, modes);
            case PlanNode.SampleScan scan -> add(scan.table(), LockMode.ACCESS_SHARE, modes);
            case PlanNode.LockRows lock -> lock.locks().forEach(row -> add(row.table(), LockMode.ROW_SHARE, modes));
            case PlanNode.Insert insert -> {
                addTarget(insert.target(), modes);
                addPartitions(insert.partitions(), modes);
            }
            case PlanNode.Update update -> {
                addTarget(update.target(), modes);
                update.members().forEach(member -> addTarget(member.target(), modes));
                addPartitions(update.partitions(), modes);
            }
            case PlanNode.Merge merge -> {
                addTarget(merge.target(), modes);
                merge.members().forEach(member -> addTarget(member.target(), modes));
                addPartitions(merge.partitions(), modes);
            }
            case PlanNode.Delete delete -> {
                addTarget(delete.target(), modes);
                delete.members().forEach(member -> addTarget(member.target(), modes));
            }
            default -> {}
        }
        node.inputs().forEach(input -> collect(input, modes));
    }

    private void addTarget(ModifyTarget target, TreeMap<Integer, LockMode> modes) {
        add(target.table(), LockMode.ROW_EXCLUSIVE, modes);
        for (ConstraintDef key : target.foreignKeys()) {
            add(key.referencedTable(), LockMode.ROW_SHARE, modes);
        }
        for (ConstraintDef key : target.referencedBy()) {
            add(key.table(), LockMode.ROW_EXCLUSIVE, modes);
        }
    }

    /// Rows may go to any of them.
    private static void addPartitions(PartitionTree partitions, TreeMap<Integer, LockMode> modes) {
        if (partitions != null) {
            partitions.leaves().forEach(leaf -> add(leaf.oid(), LockMode.ROW_EXCLUSIVE, modes));
        }
    }

    private void add(ScanTable table, LockMode mode, TreeMap<Integer, LockMode> modes) {
        temporary |= table.table().persistence() == TEMPORARY;
        add(table.table().oid(), mode, modes);
    }

    private static void add(int relation, LockMode mode, TreeMap<Integer, LockMode> modes) {
        if (Integer.compareUnsigned(relation, FIRST_USER_OID) >= 0) {
            modes.merge(relation, mode, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    /// False when a transaction with one snapshot would read by an index that is younger than its snapshot: the
    /// entries of rows that the snapshot sees may not be there for it.
    public boolean indexesSeen(Backend session) {
        Transaction transaction = session.block().transaction();
        return transaction.isolation() == Isolation.READ_COMMITTED
                || indexes.stream().allMatch(index -> session.sessionCatalog().sees(transaction, index));
    }

    /// Waits until the session's transaction, which is begun, holds them all.
    public void take(Backend session) {
        if (temporary) {
            session.block().noteTemporary();
        }
        for (RelationLock lock : locks) {
            session.instance().store().locks().lock(session.locks(), lock.tag, lock.mode, Scope.TRANSACTION);
        }
    }
}
