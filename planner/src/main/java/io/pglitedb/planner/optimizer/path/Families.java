package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.partition.PartitionTree;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// The tables that hold the rows of a table with children: itself, unless it is partitioned, and all that inherit
/// from it. Source of the order: PostgreSQL's find_all_inheritors and expand_partitioned_rtentry.
final class Families {
    private static final Expr NEVER = new Expr.Const(false, Oids.BOOL, -1, 0, Origin.NONE);

    private final PlanningContext context;
    private final CatalogView catalog;
    private final TableExpressions expressions;
    private final Map<Leaf.Table, List<Leaf.Table>> known = new IdentityHashMap<>();

    Families(PlanningContext context) {
        this.context = context;
        this.catalog = context.catalog();
        this.expressions = new TableExpressions(context.session());
    }

    /// Null when the table holds its rows alone.
    ///
    /// @param conditions on the leaf: members none of whose rows can satisfy them are left out
    List<Leaf.Table> members(Leaf.Table leaf, List<Expr> conditions) {
        if (!hasMembers(leaf)) {
            return null;
        }
        return known.computeIfAbsent(leaf, whole -> parts(whole, conditions));
    }

    private boolean hasMembers(Leaf.Table leaf) {
        boolean partitioned = leaf.table().kind() == 'p';
        return partitioned
                || leaf.inherit()
                        && leaf.table().traits().hasChildren()
                        && !catalog.children(leaf.table().oid()).isEmpty();
    }

    private List<Leaf.Table> parts(Leaf.Table whole, List<Expr> conditions) {
        boolean partitioned = whole.table().kind() == 'p';
        List<TableDef> tables = partitioned ? partitions(whole, conditions).leaves() : inheritors(whole.table());
        // The table itself has no line of its own when only one of its partitions is read.
        boolean alone = partitioned && tables.size() == 1 && !whole.attributes().contains(ScanTable.ROW_IDENTITY);
        List<Leaf.Table> parts = new ArrayList<>();
        for (TableDef table : tables) {
            parts.add(whole.part(table, alone ? whole.alias() : context.memberAlias(whole.alias())));
        }
        return parts;
    }

    /// Nothing below a partitioned table after ONLY.
    private PartitionTree partitions(Leaf.Table whole, List<Expr> conditions) {
        List<Expr> all = whole.inherit() ? conditions : List.of(NEVER);
        return PartitionTree.of(
                whole.table(),
                new PartitionTree.View() {
                    @Override
                    public List<Expr> conditions(TableDef table) {
                        return all.stream()
                                .map(whole.part(table, whole.alias())::translated)
                                .toList();
                    }

                    @Override
                    public Expr column(TableDef table, Expr keyColumn) {
                        return expressions.over(keyColumn, whole.number());
                    }
                },
                catalog,
                context.session());
    }

    /// Level by level, each table once.
    private List<TableDef> inheritors(TableDef root) {
        SequencedSet<Integer> found = new LinkedHashSet<>();
        List<Integer> queue = new ArrayList<>(List.of(root.oid()));
        while (!queue.isEmpty()) {
            int next = queue.removeFirst();
            if (found.add(next)) {
                queue.addAll(catalog.children(next));
            }
        }
        return found.stream()
                .map(catalog::table)
                .filter(table -> table.kind() != 'p')
                .toList();
    }
}
