package io.pglitedb.planner.optimizer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// SEARCH and CYCLE as columns that the recursive query computes itself. Source: PostgreSQL's
/// rewriteSearchAndCycle.
/// ```
///   q1 UNION q2(r)   becomes   SELECT c…, start FROM (q1)
///                              UNION SELECT c…, step FROM (SELECT q2's targets, r.added…) WHERE NOT in a cycle
///
///   added          start            step
///   depth first    {(s…)}           sequence || {(s…)}
///   breadth first  (0, s…)          (sequence.f1 + 1, s…)
///   cycle mark     default          CASE WHEN (c…) = ANY (path) THEN value ELSE default END
///   cycle path     {(c…)}           path || {(c…)}
/// ```
final class SearchAndCycleColumns {
    private static final int ARRAY_CAT = 383;
    private static final int INT8_INCREMENT = 1219;
    private static final int RECORD_EQUAL = 2988;

    /// @param start in the non-recursive term
    /// @param step in the recursive term
    private record Added(ColumnInfo column, Expr start, Expr step) {}

    private final CommonTable table;
    private final CatalogView catalog;
    private final List<Added> added = new ArrayList<>();

    private SearchAndCycleColumns(CommonTable table, CatalogView catalog) {
        this.table = table;
        this.catalog = catalog;
    }

    /// The table without the clauses; itself when it has none.
    static CommonTable add(CommonTable table, CatalogView catalog) {
        return table.search() == null && table.cycle() == null
                ? table
                : new SearchAndCycleColumns(table, catalog).rewritten();
    }

    private CommonTable rewritten() {
        if (table.search() != null) {
            search(table.search());
        }
        if (table.cycle() != null) {
            cycle(table.cycle());
        }
        List<ColumnInfo> columns = new ArrayList<>(table.columns());
        added.forEach(it -> columns.add(it.column()));
        return new CommonTable(
                table.name(),
                table.columnAliases(),
                table.materialize(),
                query(columns),
                true,
                table.referenceCount(),
                columns,
                null,
                null,
                table.origin());
    }

    private void search(CommonTable.Search search) {
        Expr key = row(search.columns(), List.of());
        if (search.breadthFirst()) {
            ColumnInfo column = new ColumnInfo(search.sequenceColumn(), RECORD, -1, NONE);
            Expr depth = new Expr.FieldSelect(before(column), 1, null, INT8, -1, NONE, Origin.NONE);
            Expr next =
                    new Expr.FunctionCall(INT8_INCREMENT, List.of(depth), false, false, INT8, NONE, NONE, Origin.NONE);
            Expr zero = new Expr.Const(0L, INT8, -1, NONE, Origin.NONE);
            added.add(new Added(column, row(search.columns(), List.of(zero)), row(search.columns(), List.of(next))));
        } else {
            path(search.sequenceColumn(), key);
        }
    }

    private void cycle(CommonTable.Cycle cycle) {
        Expr key = row(cycle.columns(), List.of());
        ColumnInfo mark =
                new ColumnInfo(cycle.markColumn(), cycle.markType(), cycle.markTypmod(), cycle.markCollation());
        // The path follows the mark.
        Expr path = variable(table.columns().size() + added.size() + 2, RECORD_ARRAY, -1, NONE);
        Expr seen = new Expr.ScalarArrayOperation(
                RECORD_EQUAL, catalog.operator(RECORD_EQUAL).function(), true, key, path, NONE, Origin.NONE);
        Expr step = new Expr.Case(
                null,
                List.of(new Expr.When(seen, cycle.markValue(), Origin.NONE)),
                cycle.markDefault(),
                cycle.markType(),
                cycle.markCollation(),
                Origin.NONE);
        added.add(new Added(mark, cycle.markDefault(), step));
        path(cycle.pathColumn(), key);
    }

    private void path(String name, Expr key) {
        ColumnInfo column = new ColumnInfo(name, RECORD_ARRAY, -1, NONE);
        Expr start = new Expr.ArrayConstructor(List.of(key), RECORD, false, RECORD_ARRAY, NONE, Origin.NONE);
        Expr step = new Expr.FunctionCall(
                ARRAY_CAT, List.of(before(column), start), false, false, RECORD_ARRAY, NONE, NONE, Origin.NONE);
        added.add(new Added(column, start, step));
    }

    /// What the column that comes next held in the row before.
    private Expr before(ColumnInfo column) {
        return variable(table.columns().size() + added.size() + 1, column.type(), column.typmod(), column.collation());
    }

    /// A column of the one subquery in FROM.
    private static Expr variable(int attribute, int type, int typmod, int collation) {
        return new Expr.Var(1, attribute, 0, type, typmod, collation, Origin.NONE);
    }

    private static Expr variable(int attribute, ColumnInfo column) {
        return variable(attribute, column.type(), column.typmod(), column.collation());
    }

    private Expr row(List<String> columns, List<Expr> first) {
        List<Expr> fields = new ArrayList<>(first);
        List<String> names = new ArrayList<>();
        List<String> all = table.columns().stream().map(ColumnInfo::name).toList();
        for (String name : columns) {
            int index = all.indexOf(name);
            fields.add(variable(index + 1, table.columns().get(index)));
        }
        for (int i = 1; i <= fields.size(); i++) {
            names.add("f" + i);
        }
        return new Expr.RowConstructor(fields, names, RECORD, Origin.NONE);
    }

    private Query query(List<ColumnInfo> columns) {
        Query before = table.query();
        SetOperationTree.Operation union = (SetOperationTree.Operation) before.setOperations();
        int left = ((SetOperationTree.Leaf) union.left()).rangeTableIndex();
        int right = ((SetOperationTree.Leaf) union.right()).rangeTableIndex();
        List<RangeTableEntry> entries = new ArrayList<>(before.rangeTable());
        entries.set(left - 1, entry(entries.get(left - 1), columns, start(inner(entries.get(left - 1)))));
        entries.set(right - 1, entry(entries.get(right - 1), columns, step(inner(entries.get(right - 1)))));
        List<TargetEntry> targets = new ArrayList<>(before.targets());
        List<ColumnInfo> unionColumns = new ArrayList<>(union.columns());
        List<SortGroupClause> grouping = new ArrayList<>(union.grouping());
        for (Added it : added) {
            ColumnInfo column = it.column();
            int number = targets.size() + 1;
            Expr value = new Expr.Var(left, number, 0, column.type(), column.typmod(), column.collation(), Origin.NONE);
            targets.add(new TargetEntry(value, number, column.name(), false));
            unionColumns.add(column);
            if (!union.all()) {
                grouping.add(new SortGroupClause(
                        0, new DefaultOperators(catalog).equality(column.type()), NONE, false, true));
            }
        }
        return before.toBuilder()
                .rangeTable(entries)
                .targets(targets)
                .setOperations(new SetOperationTree.Operation(
                        union.kind(), union.all(), union.left(), union.right(), unionColumns, grouping))
                .build();
    }

    private static Query inner(RangeTableEntry entry) {
        return new DeeperQuery().map(((RangeTableEntry.Subquery) entry).query(), 0);
    }

    private static RangeTableEntry entry(RangeTableEntry before, List<ColumnInfo> columns, Query query) {
        return new RangeTableEntry.Subquery(before.name(), before.aliasWritten(), columns, query, false);
    }

    private Query start(Query inner) {
        return select(
                "*TLOCRN*",
                inner,
                table.columns(),
                added.stream().map(Added::start).toList(),
                null);
    }

    private Query step(Query inner) {
        List<RangeTableEntry> entries = inner.rangeTable();
        for (int i = 0; i < entries.size(); i++) {
            // Two levels out of what is now a subquery of the recursive term stands the table itself.
            if (entries.get(i) instanceof RangeTableEntry.CteReference reference
                    && reference.cteName().equals(table.name())
                    && reference.levelsUp() == 3) {
                return step(inner, i + 1, reference);
            }
        }
        throw new PgException(
                SqlState.FEATURE_NOT_SUPPORTED,
                ("with a SEARCH or CYCLE clause, the recursive reference to WITH query \"%s\" must be at the top level"
                                + " of its right-hand SELECT")
                        .formatted(table.name()));
    }

    private Query step(Query inner, int index, RangeTableEntry.CteReference reference) {
        List<ColumnInfo> columns = new ArrayList<>(table.columns());
        List<TargetEntry> targets = new ArrayList<>(
                inner.targets().stream().filter(target -> !target.junk()).toList());
        int first = reference.columns().size() - added.size();
        for (int i = 0; i < added.size(); i++) {
            ColumnInfo column = added.get(i).column();
            Expr value = new Expr.Var(
                    index, first + i + 1, 0, column.type(), column.typmod(), column.collation(), Origin.NONE);
            targets.add(new TargetEntry(value, targets.size() + 1, column.name(), false));
            columns.add(column);
        }
        inner.targets().stream()
                .filter(TargetEntry::junk)
                .forEach(junk -> targets.add(junk.withNumber(targets.size() + 1)));
        Query wider = inner.toBuilder().targets(targets).build();
        return select(
                "*TROCRN*", wider, columns, added.stream().map(Added::step).toList(), noCycle());
    }

    /// Rows that close a cycle are not followed: `mark <> value`; null without CYCLE.
    private Expr noCycle() {
        CommonTable.Cycle cycle = table.cycle();
        if (cycle == null) {
            return null;
        }
        OperatorDef unequal =
                catalog.operator(catalog.operator(cycle.equalityOperator()).negator());
        Expr mark = variable(
                table.columns().size() + added.size() - 1, cycle.markType(), cycle.markTypmod(), cycle.markCollation());
        return new Expr.OperatorCall(
                unequal.oid(),
                unequal.function(),
                List.of(mark, cycle.markValue()),
                false,
                BOOL,
                NONE,
                cycle.markCollation(),
                Origin.NONE);
    }

    /// `SELECT the table's columns, more FROM (inner) name`
    private Query select(String name, Query inner, List<ColumnInfo> columns, List<Expr> more, Expr where) {
        List<TargetEntry> targets = new ArrayList<>();
        for (ColumnInfo column : table.columns()) {
            int number = targets.size() + 1;
            targets.add(new TargetEntry(variable(number, column), number, column.name(), false));
        }
        for (int i = 0; i < more.size(); i++) {
            targets.add(new TargetEntry(
                    more.get(i), targets.size() + 1, added.get(i).column().name(), false));
        }
        return new QueryBuilder()
                .rangeTable(List.of(new RangeTableEntry.Subquery(name, true, columns, inner, false)))
                .joinTree(new JoinTree.From(List.of(new JoinTree.Reference(1)), where))
                .targets(targets)
                .build();
    }

    /// A query that is put one level further in: what refers out of it goes one level more.
    private static final class DeeperQuery extends QueryMapper {
        @Override
        protected Expr changed(Expr expression, int depth) {
            return switch (expression) {
                case Expr.Var variable when variable.levelsUp() > depth -> variable.atLevel(variable.levelsUp() + 1);
                case Expr.AggregateCall call when call.levelsUp() > depth -> outer("an aggregate");
                case Expr.Grouping call when call.levelsUp() > depth -> outer("GROUPING");
                default -> expression;
            };
        }

        private static Expr outer(String what) {
            throw PgException.notSupported(what + " of an outer query under SEARCH or CYCLE");
        }

        @Override
        protected RangeTableEntry.CteReference changed(RangeTableEntry.CteReference reference, int depth) {
            return reference.levelsUp() > depth
                    ? new RangeTableEntry.CteReference(
                            reference.name(),
                            reference.aliasWritten(),
                            reference.columns(),
                            reference.cteName(),
                            reference.levelsUp() + 1,
                            reference.selfReference())
                    : reference;
        }
    }
}
