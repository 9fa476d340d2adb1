package io.pglitedb.catalog.def;

import java.util.List;
import java.util.Optional;

/// A `pg_partitioned_table` row.
///
/// @param strategy h hash, l list, r range
/// @param defaultPartition OID of the relation, 0 for none
/// @param columns numbers, 0 for an expression
/// @param expressions node tree text of a list, one for each 0 in `columns`
public record PartitionKeyDef(
        int relation,
        char strategy,
        int defaultPartition,
        List<Integer> columns,
        List<Integer> operatorClasses,
        List<Integer> collations,
        Optional<String> expressions) {
    public PartitionKeyDef {
        columns = List.copyOf(columns);
        operatorClasses = List.copyOf(operatorClasses);
        collations = List.copyOf(collations);
    }
}
