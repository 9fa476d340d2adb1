package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// One query level under planning: what its variables stand for, and how it reaches the levels around it.
public final class Scope {
    /// What an entry of the range table has become.
    private sealed interface Source {
        record Table(Leaf.Table leaf) implements Source {}

        record Rows(Leaf.Rows leaf, int width) implements Source {}

        /// A subquery whose FROM and WHERE have become part of this level: its columns over leaf variables.
        record Inlined(List<Expr> columns, List<String> names, List<Leaf.Table> tables) implements Source {}
    }

    private final PlanningContext context;
    private final Query query;
    private final Scope parent;
    /// Null when the level's rows are rows of the parent's (or there is none).
    private final Correlation correlation;
    private final Map<Integer, Source> sources = new HashMap<>();
    private final Map<String, CommonTableSource> commonTables = new HashMap<>();
    /// By number: the EXECUTION parameters that a multi-assignment's columns are read from.
    private final Map<Integer, List<Integer>> multiAssignments = new HashMap<>();
    /// Subqueries whose values columns of leaves give, by identity.
    private final Map<Expr.SubLink, Expr> joinedSubqueries = new IdentityHashMap<>();

    private Scope(PlanningContext context, Query query, Scope parent, Correlation correlation) {
        this.context = context;
        this.query = query;
        this.parent = parent;
        this.correlation = correlation;
    }

    static Scope top(PlanningContext context, Query query) {
        return new Scope(context, query, null, null);
    }

    /// A subquery that is planned by itself.
    Scope separate(Query subquery, Correlation outerValues) {
        return new Scope(context, subquery, this, outerValues);
    }

    /// A subquery whose FROM and WHERE become part of this level.
    public Scope merged(Query subquery) {
        return new Scope(context, subquery, this, null);
    }

    /// This level with another form of its query.
    Scope replaced(Query changed) {
        Scope scope = new Scope(context, changed, parent, correlation);
        scope.commonTables.putAll(commonTables);
        return scope;
    }

    public PlanningContext context() {
        return context;
    }

    public Query query() {
        return query;
    }

    public void define(int rangeTableIndex, Leaf.Table leaf) {
        context.define(leaf);
        sources.put(rangeTableIndex, new Source.Table(leaf));
    }

    /// @param width columns that the entry has
    public void define(int rangeTableIndex, Leaf.Rows leaf, int width) {
        context.define(leaf);
        sources.put(rangeTableIndex, new Source.Rows(leaf, width));
    }

    /// @param inner what has become of the subquery's own range table
    public void define(int rangeTableIndex, List<Expr> columns, List<String> names, Scope inner) {
        sources.put(rangeTableIndex, new Source.Inlined(List.copyOf(columns), List.copyOf(names), inner.tables()));
    }

    private List<Leaf.Table> tables() {
        List<Leaf.Table> tables = new ArrayList<>();
        sources.keySet().stream().sorted().forEach(index -> tables.addAll(tables(index)));
        return tables;
    }

    /// The tables that the entry stands for, itself or as a subquery that has become part of this level.
    public List<Leaf.Table> tables(int rangeTableIndex) {
        return switch (sources.get(rangeTableIndex)) {
            case Source.Table(Leaf.Table leaf) -> List.of(leaf);
            case Source.Inlined(var _, var _, List<Leaf.Table> tables) -> tables;
            case Source.Rows _ -> List.of();
            case null -> List.of();
        };
    }

    public Leaf.Table tableLeaf(int rangeTableIndex) {
        return sources.get(rangeTableIndex) instanceof Source.Table(Leaf.Table leaf) ? leaf : null;
    }

    public void define(String commonTable, CommonTableSource source) {
        commonTables.put(commonTable, source);
    }

    public CommonTableSource commonTable(String name, int levelsUp) {
        Scope scope = this;
        for (int i = 0; i < levelsUp; i++) {
            scope = scope.parent;
        }
        return scope.commonTables.get(name);
    }

    Scope ancestor(int levelsUp) {
        Scope scope = this;
        for (int i = 0; i < levelsUp; i++) {
            scope = scope.parent;
        }
        return scope;
    }

    void defineMultiAssignment(int number, List<Integer> parameters) {
        multiAssignments.put(number, parameters);
    }

    /// @param value over leaf variables
    public void define(Expr.SubLink subquery, Expr value) {
        joinedSubqueries.put(subquery, value);
    }

    /// An expression of a subquery that reads nothing of its own, as the query around it would write it.
    public static Expr atNextLevel(Expr expression) {
        return LevelShift.down(expression, 1);
    }

    /// The expression over leaf variables: variables resolved, subqueries planned.
    public Expr lower(Expr expression) {
        return switch (expression) {
            case Expr.Var variable -> variable.levelsUp() == 0 ? local(variable) : outer(variable, variable.levelsUp());
            case Expr.AggregateCall call when call.levelsUp() > 0 -> outer(call, call.levelsUp());
            case Expr.Grouping grouping when grouping.levelsUp() > 0 -> outer(grouping, grouping.levelsUp());
            case Expr.SubLink link -> {
                Expr joined = joinedSubqueries.get(link);
                yield joined != null ? joined : SubLinkPlanner.plan(this, link);
            }
            case Expr.Param parameter when parameter.kind() == Expr.ParamKind.MULTIEXPR -> multiAssigned(parameter);
            default -> context.folding().fold(expression.mapChildren(this::lower));
        };
    }

    public List<Expr> lowerAll(List<Expr> expressions) {
        return expressions.stream().map(this::lower).toList();
    }

    private Expr local(Expr.Var variable) {
        int index = variable.rangeTableIndex();
        int attribute = variable.attribute();
        RangeTableEntry entry = query.rangeTableEntry(index);
        if (entry instanceof RangeTableEntry.Join join) {
            return attribute == 0
                    ? row(lowerAll(join.aliasVariables()), names(join.columns()), variable.type())
                    : lower(join.aliasVariables().get(attribute - 1));
        }
        Expr lowered = switch (sources.get(index)) {
            case Source.Table(Leaf.Table leaf) -> leaf.variable(attribute);
            case Source.Rows(Leaf.Rows leaf, int width) ->
                attribute == 0 ? leaf.wholeRow(variable.type(), width) : leaf.variable(attribute);
            case Source.Inlined(List<Expr> columns, List<String> names, var _) ->
                attribute == 0 ? row(columns, names, variable.type()) : columns.get(attribute - 1);
            case null ->
                throw new IllegalStateException("range table entry " + index + " (" + entry.name() + ") has no source");
        };
        return lowered instanceof Expr.Var leafVariable && leafVariable.type() != variable.type()
                ? new Expr.RelabelType(
                        leafVariable, variable.type(), variable.typmod(), variable.collation(), Origin.NONE)
                : lowered;
    }

    private static List<String> names(List<ColumnInfo> columns) {
        return columns.stream().map(ColumnInfo::name).toList();
    }

    private static Expr row(List<Expr> fields, List<String> names, int type) {
        return new Expr.RowConstructor(fields, names, type, Origin.NONE);
    }

    /// A variable, aggregate or GROUPING of a level further out: that level's own expression when this one is
    /// part of it, else a parameter.
    private Expr outer(Expr expression, int levelsUp) {
        Scope scope = this;
        List<Correlation> crossed = new ArrayList<>();
        for (int i = 0; i < levelsUp; i++) {
            if (scope.correlation != null) {
                crossed.add(scope.correlation);
            }
            scope = scope.parent;
        }
        Expr value = scope.lower(atOwnLevel(expression));
        if (crossed.isEmpty() || value instanceof Expr.Const) {
            return value;
        }
        Expr.Param parameter = value instanceof Expr.Param known && known.kind() == Expr.ParamKind.EXECUTION
                ? known
                : crossed.getLast().parameter(value);
        if (parameter == value) {
            crossed.getLast().passThrough(parameter);
        }
        crossed.subList(0, crossed.size() - 1).forEach(correlated -> correlated.passThrough(parameter));
        return parameter;
    }

    private static Expr atOwnLevel(Expr expression) {
        return switch (expression) {
            case Expr.Var variable -> variable.atLevel(0);
            case Expr.AggregateCall call -> LevelShift.down(call, call.levelsUp());
            case Expr.Grouping grouping -> LevelShift.down(grouping, grouping.levelsUp());
            default -> throw new IllegalArgumentException("no level: " + expression);
        };
    }

    private Expr multiAssigned(Expr.Param parameter) {
        List<Integer> parameters = multiAssignments.get(parameter.number() >> 16);
        int column = parameter.number() & 0xffff;
        return new Expr.Param(
                Expr.ParamKind.EXECUTION,
                parameters.get(column - 1),
                parameter.type(),
                parameter.typmod(),
                parameter.collation(),
                parameter.origin());
    }
}
