package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.partition.PartitionConstraints;
import io.pglitedb.planner.print.PartitionPrinter;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// Where a relation stands in a tree of partitions; nothing for one that stands in none.
public final class PartitionFunctions {
    private PartitionFunctions() {}

    private static boolean isInTree(TableDef table) {
        return table != null
                && (table.kind() == 'p' || table.kind() == 'I' || table.traits().partition());
    }

    /// The relation itself, then its parents up to the root.
    private static List<Integer> ancestors(CatalogView catalog, int relation) {
        List<Integer> ancestors = new ArrayList<>();
        TableDef table = catalog.table(relation);
        if (!isInTree(table)) {
            return ancestors;
        }
        ancestors.add(relation);
        while (table.traits().partition()) {
            int parent = catalog.parents(table.oid()).getFirst();
            ancestors.add(parent);
            table = catalog.table(parent);
        }
        return ancestors;
    }

    @Prosrc("pg_get_partkeydef")
    public static Utf8 key(CallContext call, int table) {
        CatalogView catalog = NameFunctions.catalog(call);
        return catalog.partitionKey(table) == null
                ? null
                : Utf8.of(new PartitionPrinter(catalog, call.session()).key(catalog.table(table)));
    }

    @Prosrc("pg_get_partition_constraintdef")
    public static Utf8 constraint(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(oid);
        if (table == null || table.partitionBound().isEmpty()) {
            return null;
        }
        Expr condition = Conjuncts.and(new PartitionConstraints(catalog, call.session()).of(table));
        return condition == null
                ? null
                : Utf8.of(new PartitionPrinter(catalog, call.session()).expression(condition, table));
    }

    @Prosrc("pg_partition_ancestors")
    public static Iterator<Object> ancestors(CallContext call, int relation) {
        return List.<Object>copyOf(ancestors(NameFunctions.catalog(call), relation))
                .iterator();
    }

    @Prosrc("pg_partition_root")
    public static Integer root(CallContext call, int relation) {
        List<Integer> ancestors = ancestors(NameFunctions.catalog(call), relation);
        return ancestors.isEmpty() ? null : ancestors.getLast();
    }

    /// Rows: relation, parent, whether it holds rows, levels below the one asked for.
    @Prosrc("pg_partition_tree")
    public static Iterator<Object> tree(CallContext call, int relation) {
        CatalogView catalog = NameFunctions.catalog(call);
        if (!isInTree(catalog.table(relation))) {
            return Collections.emptyIterator();
        }
        List<Object> rows = new ArrayList<>();
        descend(catalog, relation, 0, rows);
        return rows.iterator();
    }

    private static void descend(CatalogView catalog, int relation, int level, List<Object> rows) {
        TableDef table = catalog.table(relation);
        Integer parent = table.traits().partition() ? catalog.parents(relation).getFirst() : null;
        boolean leaf = table.kind() != 'p' && table.kind() != 'I';
        rows.add(new Object[] {relation, parent, leaf, level});
        catalog.children(relation).forEach(child -> descend(catalog, child, level + 1, rows));
    }
}
