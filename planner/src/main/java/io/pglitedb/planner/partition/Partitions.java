package io.pglitedb.planner.partition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The partitions of one level, in PostgreSQL's order, and which of them takes a key. Source of the rules:
/// PostgreSQL's get_partition_for_tuple.
public final class Partitions {
    private final PartitionKey key;
    private final Bounds bounds;
    private final List<Partition> partitions;
    /// Null for none.
    private final Partition defaultPartition;
    /// By value, of a list.
    private final TreeMap<Object, Partition> lists;
    /// Of a list: takes NULL. Null for none.
    private Partition nulls;

    private Partitions(PartitionKey key, List<Partition> partitions) {
        this.key = key;
        this.bounds = new Bounds(key);
        this.partitions = partitions.stream().sorted(bounds.order()).toList();
        Partition last = this.partitions.isEmpty() ? null : this.partitions.getLast();
        this.defaultPartition = last != null && last.bound() instanceof PartitionBound.Default ? last : null;
        this.lists = new TreeMap<>((left, right) -> key.compare(0, left, right));
        this.partitions.forEach(this::list);
    }

    private void list(Partition partition) {
        if (partition.bound() instanceof PartitionBound.Values values) {
            for (Expr constant : values.values()) {
                Object value = Bounds.value(constant);
                if (value == null) {
                    nulls = partition;
                } else {
                    lists.put(value, partition);
                }
            }
        }
    }

    /// @param table that is partitioned
    public static Partitions of(TableDef table, CatalogView catalog, SessionContext session) {
        List<Partition> partitions = new ArrayList<>();
        for (int child : catalog.children(table.oid())) {
            catalog.table(child)
                    .partitionBound()
                    .ifPresent(
                            text -> partitions.add(new Partition(child, NodeTree.readPartitionBound(text, session))));
        }
        return new Partitions(PartitionKey.of(table, catalog, session), partitions);
    }

    public PartitionKey key() {
        return key;
    }

    Bounds bounds() {
        return bounds;
    }

    /// In their order, the default partition last.
    public List<Partition> all() {
        return partitions;
    }

    /// Null for none.
    public Partition defaultPartition() {
        return defaultPartition;
    }

    /// Of a list: the partition of the value (null for NULL), null for none; the default partition does not
    /// count.
    public Partition listed(Object value) {
        return value == null ? nulls : lists.get(value);
    }

    /// The partition that takes rows with the key; null when there is none.
    ///
    /// @param values one a key column, null for NULL
    public Partition find(Object[] values) {
        Partition found = switch (key.strategy()) {
            case 'h' -> hashed(key.hash(values));
            case 'l' -> listed(values[0]);
            default -> ranged(values);
        };
        return found == null ? defaultPartition : found;
    }

    Partition hashed(long hash) {
        for (Partition partition : partitions) {
            PartitionBound.Hash bound = (PartitionBound.Hash) partition.bound();
            if (Long.remainderUnsigned(hash, bound.modulus()) == bound.remainder()) {
                return partition;
            }
        }
        return null;
    }

    private Partition ranged(Object[] values) {
        for (Object value : values) {
            if (value == null) {
                return null;
            }
        }
        int low = 0;
        int high = partitions.size() - (defaultPartition == null ? 0 : 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds.compare(range(middle).lower(), values) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && bounds.compare(range(low - 1).upper(), values) > 0 ? partitions.get(low - 1) : null;
    }

    PartitionBound.Range range(int index) {
        return (PartitionBound.Range) partitions.get(index).bound();
    }
}
