package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.CompositeShape;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.SetEvaluator;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.PgRecord;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// Functions in FROM, side by side.
public final class FunctionScanOperator implements Operator {
    private static final Object[] NO_ROW = {};

    private final Run run;
    private final List<Source> sources;
    private final boolean ordinality;
    private final int width;
    private final Evaluator filter;
    private long number;

    public FunctionScanOperator(PlanNode.FunctionScan scan, BuildContext context) {
        run = context.run();
        sources = scan.functions().stream()
                .map(function -> new Source(function, context))
                .toList();
        ordinality = scan.ordinality();
        width = scan.columns().size();
        filter = context.compiler().compileOptional(scan.filter());
    }

    /// One function's rows.
    private static final class Source {
        /// One of the two is null.
        private final SetEvaluator set;
        private final Evaluator single;
        private final boolean expand;
        private final int width;
        /// Null unless the rows' columns are what the query says.
        private final ReturnedRowCheck check;
        /// Field of the row for each column, -1 for a dropped one; null when they are in the same order.
        private final int[] fieldOf;
        private Iterator<Object> rows;

        Source(PlanNode.ScanFunction function, BuildContext context) {
            boolean returnsSet = ProjectSetOperator.returnsSet(function.call());
            set = returnsSet ? context.compiler().compileSet(function.call(), function.rowShape()) : null;
            single = returnsSet ? null : context.compiler().compile(function.call(), function.rowShape());
            expand = function.expand();
            width = function.columnTypes().size();
            check = function.call().type() == Oids.RECORD
                    ? new ReturnedRowCheck(function.columnTypes(), context.catalog())
                    : null;
            CompositeShape shape = expand
                    ? CompositeShape.of(context.catalog(), function.call().type())
                    : null;
            if (shape != null) {
                ReturnedRowCheck.requireTypes(shape, function.columnTypes(), context.catalog());
            }
            fieldOf = shape == null || shape.names().size() == shape.fieldOf().length ? null : shape.fieldOf();
        }

        void start() {
            rows = set != null
                    ? set.evaluate(NO_ROW)
                    : Collections.singletonList(single.evaluate(NO_ROW)).iterator();
        }

        /// Writes the columns of the next row from `slot` on; leaves NULLs when there is none.
        boolean next(Object[] row, int slot) {
            if (!rows.hasNext()) {
                return false;
            }
            Object value = rows.next();
            if (!expand) {
                row[slot] = value;
            } else if (value instanceof PgRecord record) {
                if (check != null) {
                    check.check(record);
                }
                expand(record.fields(), row, slot);
            }
            return true;
        }

        private void expand(Object[] fields, Object[] row, int slot) {
            if (fieldOf == null) {
                System.arraycopy(fields, 0, row, slot, Math.min(width, fields.length));
                return;
            }
            for (int column = 0; column < fieldOf.length; column++) {
                row[slot + column] = fieldOf[column] < 0 ? null : fields[fieldOf[column]];
            }
        }
    }

    @Override
    public void open() {
        number = 0;
        sources.forEach(Source::start);
    }

    @Override
    public Object[] next() {
        while (true) {
            run.checkCancellation();
            Object[] row = new Object[width];
            boolean found = false;
            int slot = 0;
            for (Source source : sources) {
                found |= source.next(row, slot);
                slot += source.width;
            }
            if (!found) {
                return null;
            }
            if (ordinality) {
                row[slot] = ++number;
            }
            if (filter == null || Boolean.TRUE.equals(filter.evaluate(row))) {
                return row;
            }
        }
    }

    @Override
    public void close() {
        sources.forEach(source -> source.rows = null);
    }
}
