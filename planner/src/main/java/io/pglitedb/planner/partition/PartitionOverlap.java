package io.pglitedb.planner.partition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.print.PartitionPrinter;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Refuses a bound that takes rows of another partition. Source: PostgreSQL's check_new_partition_bound.
public final class PartitionOverlap {
    private final Partitions partitions;
    private final CatalogView catalog;
    private final PartitionPrinter printer;

    /// Where the values of a bound stand in the statement.
    ///
    /// @param first of a list, or of FROM
    /// @param second of TO
    public record Locations(int bound, List<Integer> first, List<Integer> second) {}

    public PartitionOverlap(Partitions partitions, TableDef table, CatalogView catalog, SessionContext session) {
        this.partitions = partitions;
        this.catalog = catalog;
        this.printer = new PartitionPrinter(catalog, session);
    }

    /// @param name of the new partition
    public void require(PartitionBound bound, String name, Locations locations) {
        switch (bound) {
            case PartitionBound.Default _ -> {
                if (partitions.defaultPartition() != null) {
                    throw new PgException(
                                    SqlState.INVALID_OBJECT_DEFINITION,
                                    "partition \"%s\" conflicts with existing default partition \"%s\""
                                            .formatted(name, nameOf(partitions.defaultPartition())))
                            .at(locations.bound + 1);
                }
            }
            case PartitionBound.Hash hash -> hash(hash, name, locations);
            case PartitionBound.Values values -> list(values, name, locations);
            case PartitionBound.Range range -> range(range, name, locations);
        }
    }

    private String nameOf(Partition partition) {
        return catalog.table(partition.table()).name();
    }

    private void hash(PartitionBound.Hash bound, String name, Locations locations) {
        Partition smaller = null;
        Partition larger = null;
        for (Partition partition : partitions.all()) {
            PartitionBound.Hash other = (PartitionBound.Hash) partition.bound();
            if (other.modulus() <= bound.modulus()) {
                smaller = partition;
            } else if (larger == null) {
                larger = partition;
            }
        }
        if (larger != null) {
            int modulus = ((PartitionBound.Hash) larger.bound()).modulus();
            if (modulus % bound.modulus() != 0) {
                throw factor().detail(
                                "The new modulus %d is not a factor of %d, the modulus of existing partition \"%s\"."
                                        .formatted(bound.modulus(), modulus, nameOf(larger)));
            }
        }
        if (smaller != null) {
            int modulus = ((PartitionBound.Hash) smaller.bound()).modulus();
            if (bound.modulus() % modulus != 0) {
                throw factor().detail(
                                "The new modulus %d is not divisible by %d, the modulus of existing partition \"%s\"."
                                        .formatted(bound.modulus(), modulus, nameOf(smaller)));
            }
        }
        for (Partition partition : partitions.all()) {
            PartitionBound.Hash other = (PartitionBound.Hash) partition.bound();
            int common = Math.min(bound.modulus(), other.modulus());
            if (bound.remainder() % common == other.remainder() % common) {
                throw overlap(name, partition, locations.bound);
            }
        }
    }

    private static PgException factor() {
        return new PgException(
                SqlState.INVALID_OBJECT_DEFINITION,
                "every hash partition modulus must be a factor of the next larger modulus");
    }

    private void list(PartitionBound.Values values, String name, Locations locations) {
        for (int i = 0; i < values.values().size(); i++) {
            Partition taken = partitions.listed(Bounds.value(values.values().get(i)));
            if (taken != null) {
                throw overlap(name, taken, locationOf(values.values().get(i), locations.first, i));
            }
        }
    }

    private static int locationOf(Expr value, List<Integer> locations, int index) {
        int own = value.location();
        return own >= 0 ? own : locations.get(index);
    }

    private void range(PartitionBound.Range range, String name, Locations locations) {
        Bounds bounds = partitions.bounds();
        if (bounds.compare(range.lower(), range.upper()) >= 0) {
            throw new PgException(
                            SqlState.INVALID_OBJECT_DEFINITION,
                            "empty range bound specified for partition \"%s\"".formatted(name))
                    .detail("Specified lower bound %s is greater than or equal to upper bound %s."
                            .formatted(printer.end(range.lower()), printer.end(range.upper())))
                    .at(locations.first.getFirst() + 1);
        }
        for (Partition partition : partitions.all()) {
            if (partition.bound() instanceof PartitionBound.Range other
                    && bounds.compare(range.lower(), other.upper()) < 0
                    && bounds.compare(other.lower(), range.upper()) < 0) {
                boolean within = bounds.compare(range.lower(), other.lower()) >= 0;
                throw overlap(name, partition, within ? locations.first.getFirst() : locations.second.getFirst());
            }
        }
    }

    private PgException overlap(String name, Partition other, int location) {
        return new PgException(
                        SqlState.INVALID_OBJECT_DEFINITION,
                        "partition \"%s\" would overlap partition \"%s\"".formatted(name, nameOf(other)))
                .at(location + 1);
    }
}
