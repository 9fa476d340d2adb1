package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstChildren;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which queries of a WITH RECURSIVE refer to which. Source: PostgreSQL's makeDependencyGraph.
final class WithDependencies {
    private static final class Item {
        final WithClause.CommonTable table;
        final Set<String> others = new HashSet<>();
        boolean recursive;

        Item(WithClause.CommonTable table) {
            this.table = table;
        }
    }

    /// @param recursive refers to itself
    record Ordered(WithClause.CommonTable table, boolean recursive) {}

    private final List<Item> items = new ArrayList<>();
    private final InnerNames inner = new InnerNames();
    private Item current;

    private WithDependencies() {}

    /// The queries in an order in which each comes after those that it refers to.
    static List<Ordered> order(WithClause with) {
        WithDependencies self = new WithDependencies();
        with.tables().forEach(table -> self.items.add(new Item(table)));
        for (Item item : self.items) {
            self.current = item;
            self.walk((Record) item.table.query());
        }
        return self.sorted();
    }

    private void walk(Record node) {
        if (node instanceof RangeVar reference) {
            if (reference.schema() == null && !inner.contains(reference.relation())) {
                refer(reference.relation());
            }
            return;
        }
        inner.walk(node, this::walk);
    }

    private void refer(String name) {
        for (Item item : items) {
            if (item.table.name().equals(name)) {
                if (item == current) {
                    item.recursive = true;
                } else {
                    current.others.add(name);
                }
                return;
            }
        }
    }

    private List<Ordered> sorted() {
        List<Ordered> result = new ArrayList<>();
        List<Item> left = new ArrayList<>(items);
        while (!left.isEmpty()) {
            int free = 0;
            while (free < left.size() && !left.get(free).others.isEmpty()) {
                free++;
            }
            if (free == left.size()) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "mutual recursion between WITH items is not implemented")
                        .at(left.getFirst().table.location() + 1);
            }
            Item next = left.get(free);
            // As PostgreSQL does, the first one left takes the place of the one that is taken out.
            left.set(free, left.getFirst());
            left.removeFirst();
            left.forEach(item -> item.others.remove(next.table.name()));
            result.add(new Ordered(next.table, next.recursive));
        }
        return result;
    }

    /// Names of WITH queries inside the query that is walked, which hide those outside.
    static final class InnerNames {
        private final List<List<String>> levels = new ArrayList<>();

        boolean contains(String name) {
            return levels.stream().anyMatch(level -> level.contains(name));
        }

        /// Gives the children of a node to the walker, a WITH clause's queries first, with the names that are
        /// visible there.
        void walk(Record node, java.util.function.Consumer<Record> walker) {
            walk(node, walker, () -> children(node, walker));
        }

        /// @param rest walks what is not the WITH clause
        void walk(Record node, java.util.function.Consumer<Record> walker, Runnable rest) {
            WithClause with = RawStatements.with(node);
            if (with == null) {
                rest.run();
                return;
            }
            List<String> names = new ArrayList<>();
            levels.add(names);
            if (with.recursive()) {
                with.tables().forEach(table -> names.add(table.name()));
            }
            for (WithClause.CommonTable table : with.tables()) {
                walker.accept((Record) table.query());
                if (!with.recursive()) {
                    names.add(table.name());
                }
            }
            rest.run();
            levels.removeLast();
        }

        static void children(Record node, java.util.function.Consumer<Record> walker) {
            AstChildren.forEach(node, child -> {
                if (!(child instanceof WithClause)) {
                    walker.accept(child);
                }
            });
        }
    }
}
