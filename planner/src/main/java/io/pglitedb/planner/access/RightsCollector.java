package io.pglitedb.planner.access;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.MergeAction;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.QuerySearch;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.access.Privilege;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gathers the rights that a statement needs, one analyzed query after another: its own, those of the views that
/// it reads, as their owners, the conditions of policies. Source of the rules: PostgreSQL 15, `requiredPerms` and
/// `selectedCols` of range table entries.
public final class RightsCollector {
    private final CatalogView catalog;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Query, Map<Integer, Entry>> byQuery = new IdentityHashMap<>();
    private final Set<Integer> functions = new HashSet<>();

    public RightsCollector(CatalogView catalog) {
        this.catalog = catalog;
    }

    /// A query, with the subqueries in it but not the views.
    ///
    /// @param role who needs the rights, 0 for who runs the statement
    public void add(Query query, int role) {
        QuerySearch.visit(query, 0, new Levels(role));
    }

    /// A condition on the rows of a table, which nobody needs a right for.
    public void add(Expr condition, int role) {
        Levels levels = new Levels(role);
        levels.enter(new QueryBuilder().build(), 0);
        QuerySearch.visit(condition, 0, levels);
    }

    /// Rights on a relation in the range table of a query that was added, or is part of one; null for what is
    /// none.
    public Entry entry(Query query, int index) {
        return byQuery.get(query).get(index);
    }

    public RequiredRights required() {
        return new RequiredRights(entries.stream().map(Entry::rights).toList(), functions);
    }

    /// Rights on one entry of a range table, as the search finds them.
    public static final class Entry {
        private static final int CHANGES = Privilege.bits(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

        private final TableDef table;
        private final int role;
        private int rights;
        private final Set<Integer> selected = new HashSet<>();
        private final Set<Integer> inserted = new HashSet<>();
        private final Set<Integer> updated = new HashSet<>();

        private Entry(TableDef table, int role) {
            this.table = table;
            this.role = role;
        }

        private void need(Privilege privilege) {
            rights |= privilege.bit();
        }

        private void select(int column) {
            need(Privilege.SELECT);
            selected.add(column);
        }

        /// Whether the right to read some of it is needed.
        public boolean isRead() {
            return (rights & Privilege.SELECT.bit()) != 0;
        }

        /// For what a view shows, when the view is changed: what is done to the view is done to this relation, by
        /// the role that reads it for the view.
        ///
        /// @param columns numbers here of the view's columns, 0 for what is none
        public void changeAs(Entry view, List<Integer> columns) {
            rights = rights & ~Privilege.SELECT.bit() | view.rights & (CHANGES | Privilege.SELECT.bit());
            view.inserted.forEach(column -> inserted.add(columns.get(column - 1)));
            view.updated.forEach(column -> updated.add(columns.get(column - 1)));
        }

        private RequiredRights.OnRelation rights() {
            return new RequiredRights.OnRelation(table.oid(), role, rights, selected, inserted, updated);
        }
    }

    /// The query levels around the expression that is visited, outermost first.
    private final class Levels implements QuerySearch.Visitor {
        private record Level(Query query, Map<Integer, Entry> entries) {}

        private final int role;
        private final List<Level> levels = new ArrayList<>();

        private Levels(int role) {
            this.role = role;
        }

        @Override
        public void enter(Query query, int depth) {
            while (levels.size() > depth) {
                levels.removeLast();
            }
            Map<Integer, Entry> found = new HashMap<>();
            byQuery.put(query, found);
            OnConflict conflict = query.onConflict();
            int excluded = conflict == null ? 0 : conflict.excludedIndex();
            for (int index = 1; index <= query.rangeTable().size(); index++) {
                if (query.rangeTableEntry(index) instanceof RangeTableEntry.Relation relation && index != excluded) {
                    Entry entry =
                            new Entry(catalog.table(relation.table()), relation.role() != 0 ? relation.role() : role);
                    found.put(index, entry);
                    if (!relation.asked()) {
                        RightsCollector.this.entries.add(entry);
                    }
                    if (index != query.resultRelation()) {
                        entry.need(Privilege.SELECT);
                    }
                }
            }
            levels.add(new Level(query, found));
            Entry target = found.get(query.resultRelation());
            if (target != null) {
                if (excluded != 0) {
                    found.put(excluded, target); // Who reads `excluded` must be allowed to read the table.
                }
                change(target, query);
            }
            for (RowMark mark : query.rowMarks()) {
                Entry locked = found.get(mark.rangeTableIndex());
                if (locked != null) {
                    locked.need(Privilege.UPDATE);
                }
            }
        }

        private void change(Entry target, Query query) {
            switch (query.command()) {
                case SELECT -> {}
                case INSERT -> {
                    target.need(Privilege.INSERT);
                    addNumbers(query.targets(), target.inserted);
                    conflict(target, query.onConflict());
                }
                case UPDATE -> {
                    target.need(Privilege.UPDATE);
                    addNumbers(query.targets(), target.updated);
                }
                case DELETE -> target.need(Privilege.DELETE);
                case MERGE -> query.mergeActions().forEach(action -> merge(target, action));
            }
        }

        private void conflict(Entry target, OnConflict conflict) {
            if (conflict == null) {
                return;
            }
            if (conflict.update()) {
                target.need(Privilege.UPDATE);
                addNumbers(conflict.set(), target.updated);
            }
            for (ConstraintDef constraint : catalog.constraints(target.table.oid())) {
                if (constraint.oid() == conflict.constraint()) {
                    constraint.columns().forEach(target::select);
                }
            }
        }

        private static void merge(Entry target, MergeAction action) {
            switch (action.kind()) {
                case INSERT -> {
                    target.need(Privilege.INSERT);
                    addNumbers(action.targets(), target.inserted);
                }
                case UPDATE -> {
                    target.need(Privilege.UPDATE);
                    addNumbers(action.targets(), target.updated);
                }
                case DELETE -> target.need(Privilege.DELETE);
                case DO_NOTHING -> {}
            }
        }

        private static void addNumbers(List<TargetEntry> targets, Set<Integer> into) {
            targets.stream().filter(target -> !target.junk()).forEach(target -> into.add(target.number()));
        }

        @Override
        public QuerySearch.Step visit(Expr expression, int depth) {
            switch (expression) {
                case Expr.Var variable -> {
                    // What refers to a query around the searched one has been counted there.
                    if (variable.levelsUp() <= depth) {
                        read(levels.get(depth - variable.levelsUp()), variable.rangeTableIndex(), variable.attribute());
                    }
                }
                case Expr.FunctionCall call -> call(call.function());
                case Expr.OperatorCall call -> call(call.function());
                case Expr.DistinctFrom call -> call(call.function());
                case Expr.NullIf call -> call(call.function());
                case Expr.ScalarArrayOperation call -> call(call.function());
                case Expr.AggregateCall call -> call(call.function());
                case Expr.WindowCall call -> call(call.function());
                default -> {}
            }
            return QuerySearch.Step.DESCEND;
        }

        private void read(Level level, int index, int attribute) {
            Entry entry = level.entries.get(index);
            if (entry != null) {
                entry.select(attribute);
            } else if (index <= level.query.rangeTable().size()
                    && level.query.rangeTableEntry(index) instanceof RangeTableEntry.Join join) {
                List<Expr> aliases = attribute == 0
                        ? join.aliasVariables()
                        : join.aliasVariables().subList(attribute - 1, attribute);
                for (Expr alias : aliases) {
                    if (alias instanceof Expr.Var variable) { // The search visits what is more than that.
                        read(level, variable.rangeTableIndex(), variable.attribute());
                    }
                }
            }
        }

        private void call(int oid) {
            FunctionDef function = catalog.function(oid);
            if (function != null && function.acl().isPresent()) {
                functions.add(oid);
            }
        }
    }
}
