package io.pglitedb.planner.partition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/// The partitions of a partitioned table, down to those that hold rows, as far as rows that satisfy some
/// conditions may be in them.
///
/// @param condition what the conditions say about the level's key
/// @param children those left, in the order of `partitions`
public record PartitionTree(Partitions partitions, KeyCondition condition, List<Child> children) {
    /// @param index into `Partitions.all()`
    /// @param below null for a table with rows
    public record Child(int index, TableDef table, PartitionTree below) {}

    /// The conditions, and the key columns of a table, over the same variables.
    public interface View {
        List<Expr> conditions(TableDef table);

        Expr column(TableDef table, Expr keyColumn);
    }

    private static final Pruning.Values CONSTANTS = new Pruning.Values() {
        @Override
        public boolean knows(Expr expression) {
            return expression instanceof Expr.Const;
        }

        @Override
        public Object value(Expr expression) {
            return ((Expr.Const) expression).value();
        }
    };

    public PartitionTree {
        children = List.copyOf(children);
    }

    /// The whole tree; null for a table that is not partitioned.
    public static PartitionTree whole(TableDef table, CatalogView catalog, SessionContext session) {
        View everything = new View() {
            @Override
            public List<Expr> conditions(TableDef partitioned) {
                return List.of();
            }

            @Override
            public Expr column(TableDef partitioned, Expr keyColumn) {
                return keyColumn;
            }
        };
        return table.kind() == 'p' ? of(table, everything, catalog, session) : null;
    }

    public static PartitionTree of(TableDef table, View view, CatalogView catalog, SessionContext session) {
        Partitions partitions = Partitions.of(table, catalog, session);
        List<Expr> columns = partitions.key().columns().stream()
                .map(column -> view.column(table, column.expression()))
                .toList();
        KeyCondition condition =
                new KeyConditions(partitions.key(), columns, catalog, session).all(view.conditions(table));
        BitSet left = new Pruning(partitions, CONSTANTS).remaining(condition);
        List<Child> children = new ArrayList<>();
        for (int index = left.nextSetBit(0); index >= 0; index = left.nextSetBit(index + 1)) {
            TableDef child = catalog.table(partitions.all().get(index).table());
            children.add(new Child(index, child, child.kind() == 'p' ? of(child, view, catalog, session) : null));
        }
        return new PartitionTree(partitions, condition, children);
    }

    /// The tables that hold rows.
    public List<TableDef> leaves() {
        List<TableDef> leaves = new ArrayList<>();
        for (Child child : children) {
            if (child.below == null) {
                leaves.add(child.table);
            } else {
                leaves.addAll(child.below.leaves());
            }
        }
        return leaves;
    }

    /// Whether values that are known only when the plan runs may leave out more.
    public boolean prunesLater() {
        return children.size() > 1 && waits(condition)
                || children.stream().anyMatch(child -> child.below != null && child.below.prunesLater());
    }

    private static boolean waits(KeyCondition condition) {
        return switch (condition) {
            case KeyCondition.Unknown _, KeyCondition.IsNull _ -> false;
            case KeyCondition.And(List<KeyCondition> parts) -> parts.stream().anyMatch(PartitionTree::waits);
            case KeyCondition.Or(List<KeyCondition> parts) -> parts.stream().anyMatch(PartitionTree::waits);
            case KeyCondition.Compare compare -> !(compare.value() instanceof Expr.Const);
            case KeyCondition.Among among -> !(among.array() instanceof Expr.Const);
        };
    }

    /// Which of `leaves()` are left once all values are known.
    ///
    /// @param value of an expression that reads no row
    public BitSet leavesLeft(Function<Expr, Object> value) {
        BitSet left = new BitSet();
        mark(value, 0, left);
        return left;
    }

    /// @param first number of the first leaf below
    /// @return number of the first leaf behind
    private int mark(Function<Expr, Object> value, int first, BitSet into) {
        BitSet here = new Pruning(partitions, new Pruning.Values() {
                    @Override
                    public boolean knows(Expr expression) {
                        return true;
                    }

                    @Override
                    public Object value(Expr expression) {
                        return value.apply(expression);
                    }
                })
                .remaining(condition);
        int next = first;
        for (Child child : children) {
            BitSet below = here.get(child.index) ? into : new BitSet();
            if (child.below == null) {
                below.set(next++);
            } else {
                next = child.below.mark(value, next, below);
            }
        }
        return next;
    }

    /// The expressions whose values `leavesLeft` asks for.
    public List<Expr> values() {
        List<Expr> values = new ArrayList<>();
        collect(condition, values);
        children.stream().filter(child -> child.below != null).forEach(child -> values.addAll(child.below.values()));
        return values;
    }

    private static void collect(KeyCondition condition, List<Expr> into) {
        switch (condition) {
            case KeyCondition.Unknown _, KeyCondition.IsNull _ -> {}
            case KeyCondition.And(List<KeyCondition> parts) -> parts.forEach(part -> collect(part, into));
            case KeyCondition.Or(List<KeyCondition> parts) -> parts.forEach(part -> collect(part, into));
            case KeyCondition.Compare compare -> into.add(compare.value());
            case KeyCondition.Among among -> into.add(among.array());
        }
    }
}
