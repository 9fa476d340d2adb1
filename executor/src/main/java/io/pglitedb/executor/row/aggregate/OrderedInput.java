package io.pglitedb.executor.row.aggregate;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.key.RowOrder;
import io.pglitedb.executor.row.sort.RowSorter;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The arguments of an aggregate call with ORDER BY, WITHIN GROUP or DISTINCT: one tuple for each input row,
/// given back in order, duplicates left out.
final class OrderedInput {
    private final Run run;
    private final Evaluator[] arguments;
    private final RowSerializer serializer;
    private final Comparator<Object[]> order;
    /// Null without DISTINCT.
    private final Grouping distinct;
    /// Whether equal tuples need not stand side by side: a type that can only be hashed.
    private final boolean unsorted;

    OrderedInput(Expr.AggregateCall call, BuildContext context) {
        run = context.run();
        List<Expr> expressions =
                call.arguments().stream().map(TargetEntry::expression).toList();
        arguments = context.compiler().compileAll(expressions).toArray(new Evaluator[0]);
        List<PlanColumn> columns = expressions.stream()
                .map(expression -> PlanColumn.of("", expression))
                .toList();
        serializer = context.serializer(columns);
        // DISTINCT names the ORDER BY columns first.
        List<SortGroupClause> clauses = call.distinct().isEmpty() ? call.order() : call.distinct();
        unsorted = clauses.stream().anyMatch(clause -> clause.sortOperator() == 0);
        order = unsorted ? (a, b) -> 0 : new RowOrder(sortKeys(call, clauses, context), columns, context.operators());
        distinct = call.distinct().isEmpty()
                ? null
                : new Grouping(groupKeys(call, call.distinct()), columns, context.operators());
    }

    private static List<SortKey> sortKeys(
            Expr.AggregateCall call, List<SortGroupClause> clauses, BuildContext context) {
        List<SortKey> keys = new ArrayList<>();
        for (SortGroupClause clause : clauses) {
            int slot = slot(call, clause);
            keys.add(new SortKey(
                    slot,
                    clause.sortOperator(),
                    context.operators().descending(clause.sortOperator()),
                    clause.nullsFirst(),
                    call.arguments().get(slot).expression().collation()));
        }
        return keys;
    }

    private static List<GroupKey> groupKeys(Expr.AggregateCall call, List<SortGroupClause> clauses) {
        List<GroupKey> keys = new ArrayList<>();
        for (SortGroupClause clause : clauses) {
            int slot = slot(call, clause);
            keys.add(new GroupKey(
                    slot,
                    clause.equalityOperator(),
                    call.arguments().get(slot).expression().collation()));
        }
        return keys;
    }

    private static int slot(Expr.AggregateCall call, SortGroupClause clause) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i).reference() == clause.reference()) {
                return i;
            }
        }
        throw new IllegalArgumentException("no argument " + clause.reference() + " in " + call);
    }

    Comparator<Object[]> order() {
        return order;
    }

    Object[] tuple(Object[] row) {
        return AggregateCompiler.values(arguments, row);
    }

    Rows start() {
        return new Rows();
    }

    /// One group's tuples.
    final class Rows implements AutoCloseable {
        private final RowSorter sorter = new RowSorter(
                order,
                serializer,
                run.execution().spillDirectory(),
                run.execution().workMemBytes());
        private final Set<Grouping.Key> seen = new HashSet<>();
        private Object[] last;

        void add(Object[] row) {
            sorter.add(tuple(row));
        }

        /// Starts giving tuples from the first.
        void sort() {
            sorter.startReading();
            seen.clear();
            last = null;
        }

        /// Null after the last.
        Object[] next() {
            Object[] tuple;
            while ((tuple = sorter.next()) != null) {
                if (distinct == null || isNew(tuple)) {
                    last = tuple;
                    return tuple;
                }
            }
            return null;
        }

        private boolean isNew(Object[] tuple) {
            return unsorted ? seen.add(distinct.key(tuple)) : last == null || !distinct.same(last, tuple);
        }

        @Override
        public void close() {
            sorter.close();
        }
    }
}
