package io.pglitedb.planner.access;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.MergeAction;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QuerySearch;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.access.Privilege;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the rights that an analyzed query needs, those of the views in it included: what a view reads, its owner
/// must be allowed to read. Source of the rules: PostgreSQL 15, `requiredPerms` and `selectedCols` of range table
/// entries.
public final class RightsCollector {
    private static final String INVOKER = "security_invoker=";

    private final CatalogView catalog;
    private final SessionContext session;
    private final List<RequiredRights.OnRelation> relations = new ArrayList<>();
    private final Set<Integer> functions = new HashSet<>();

    private RightsCollector(CatalogView catalog, SessionContext session) {
        this.catalog = catalog;
        this.session = session;
    }

    public static RequiredRights collect(Query query, CatalogView catalog, SessionContext session) {
        RightsCollector collector = new RightsCollector(catalog, session);
        collector.collect(query, 0);
        return new RequiredRights(collector.relations, collector.functions);
    }

    /// @param role who needs the rights, 0 for who runs the statement
    private void collect(Query query, int role) {
        Levels levels = new Levels(role);
        QuerySearch.visit(query, 0, levels);
        List<Entry> entries = List.copyOf(levels.all);
        entries.forEach(entry -> relations.add(entry.rights()));
        entries.forEach(this::collectView);
    }

    private void collectView(Entry entry) {
        if (entry.table.kind() != 'v') {
            return;
        }
        boolean invoker = entry.table.options().stream()
                .anyMatch(option -> option.startsWith(INVOKER) && isOn(option.substring(INVOKER.length())));
        int role = invoker ? 0 : entry.table.owner();
        int changes = entry.rights & Privilege.bits(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
        catalog.viewQuery(entry.table.oid())
                .map(text -> NodeTree.readQuery(text, session))
                .ifPresent(query -> {
                    collect(query, role);
                    if (changes != 0) {
                        addChanged(query, role, changes);
                    }
                });
    }

    private static boolean isOn(String value) {
        return Set.of("true", "on", "yes", "1").contains(value);
    }

    /// What is changed by way of a view is changed in its only table.
    private void addChanged(Query view, int role, int changes) {
        for (RangeTableEntry each : view.rangeTable()) {
            if (each instanceof RangeTableEntry.Relation relation) {
                relations.add(
                        new RequiredRights.OnRelation(relation.table(), role, changes, Set.of(), Set.of(), Set.of()));
            }
        }
    }

    /// Rights on one entry of a range table, as the search finds them.
    private static final class Entry {
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

        private RequiredRights.OnRelation rights() {
            return new RequiredRights.OnRelation(table.oid(), role, rights, selected, inserted, updated);
        }
    }

    /// The query levels around the expression that is visited, outermost first.
    private final class Levels implements QuerySearch.Visitor {
        private record Level(Query query, Map<Integer, Entry> entries) {}

        private final int role;
        private final List<Level> levels = new ArrayList<>();
        private final List<Entry> all = new ArrayList<>();

        private Levels(int role) {
            this.role = role;
        }

        @Override
        public void enter(Query query, int depth) {
            while (levels.size() > depth) {
                levels.removeLast();
            }
            Map<Integer, Entry> entries = new HashMap<>();
            OnConflict conflict = query.onConflict();
            int excluded = conflict == null ? 0 : conflict.excludedIndex();
            for (int index = 1; index <= query.rangeTable().size(); index++) {
                if (query.rangeTableEntry(index) instanceof RangeTableEntry.Relation relation && index != excluded) {
                    Entry entry = new Entry(catalog.table(relation.table()), role);
                    entries.put(index, entry);
                    all.add(entry);
                    if (index != query.resultRelation()) {
                        entry.need(Privilege.SELECT);
                    }
                }
            }
            levels.add(new Level(query, entries));
            Entry target = entries.get(query.resultRelation());
            if (target != null) {
                if (excluded != 0) {
                    entries.put(excluded, target); // Who reads `excluded` must be allowed to read the table.
                }
                change(target, query);
            }
            for (RowMark mark : query.rowMarks()) {
                Entry locked = entries.get(mark.rangeTableIndex());
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
            } else if (level.query.rangeTableEntry(index) instanceof RangeTableEntry.Join join) {
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
