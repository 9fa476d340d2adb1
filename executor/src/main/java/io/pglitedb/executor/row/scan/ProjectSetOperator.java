package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.SetEvaluator;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// As many rows for an input row as its longest set has; shorter sets are filled up with NULLs.
public final class ProjectSetOperator implements Operator {
    private final Run run;
    private final Operator input;
    /// One of the two is null in each column.
    private final Evaluator[] values;
    private final SetEvaluator[] sets;

    private Object[] current;
    private final List<Iterator<Object>> open;

    public ProjectSetOperator(PlanNode.ProjectSet project, BuildContext context) {
        run = context.run();
        input = context.build(project.input());
        int width = project.expressions().size();
        values = new Evaluator[width];
        sets = new SetEvaluator[width];
        for (int i = 0; i < width; i++) {
            Expr expression = project.expressions().get(i);
            if (returnsSet(expression)) {
                sets[i] = context.compiler().compileSet(expression);
            } else {
                values[i] = context.compiler().compile(expression);
            }
        }
        open = new ArrayList<>(Collections.nCopies(width, null));
    }

    static boolean returnsSet(Expr expression) {
        return expression instanceof Expr.FunctionCall call && call.returnsSet()
                || expression instanceof Expr.OperatorCall operator && operator.returnsSet();
    }

    @Override
    public void open() {
        current = null;
        input.open();
    }

    @Override
    public Object[] next() {
        while (true) {
            if (current == null) {
                current = input.next();
                if (current == null) {
                    return null;
                }
                for (int i = 0; i < sets.length; i++) {
                    open.set(i, sets[i] == null ? null : sets[i].evaluate(current));
                }
            }
            run.checkCancellation();
            Object[] row = new Object[sets.length];
            boolean found = false;
            for (int i = 0; i < sets.length; i++) {
                if (sets[i] != null && open.get(i).hasNext()) {
                    row[i] = open.get(i).next();
                    found = true;
                }
            }
            if (found) {
                for (int i = 0; i < values.length; i++) {
                    if (values[i] != null) {
                        row[i] = values[i].evaluate(current);
                    }
                }
                return row;
            }
            current = null;
        }
    }

    @Override
    public void rescan() {
        current = null;
        input.rescan();
    }

    @Override
    public void close() {
        current = null;
        input.close();
    }
}
