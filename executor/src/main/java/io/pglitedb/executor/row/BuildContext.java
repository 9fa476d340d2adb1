package io.pglitedb.executor.row;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.key.Operators;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.set.WorkTable;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.types.SessionContext;
import java.util.List;

/// What an operator needs to be built.
public interface BuildContext {
    /// The operator of an input.
    Operator build(PlanNode node);

    /// The operator of a node that stands for itself in another tree: a sub plan, a plan to run again.
    Operator buildApart(PlanNode node);

    /// As `buildApart`, of the input of a node that locks or changes rows: its rows carry where they come from
    /// when that takes more than one leaf to tell.
    Operator buildTracked(PlanNode node);

    /// The same plan with leaves that give what the recheck has for them.
    Operator buildRecheck(PlanNode node, Recheck recheck);

    /// What is to be used for a vector operator: itself, or something around it.
    VectorOperator wrap(PlanNode node, VectorOperator operator);

    ExpressionCompiler compiler();

    Operators operators();

    Run run();

    PlannedStatement statement();

    /// Of the recursive union with that number.
    WorkTable workTable(int number);

    default CatalogView catalog() {
        return compiler().binder().catalog();
    }

    default SessionContext session() {
        return compiler().binder().session();
    }

    default RowSerializer serializer(List<PlanColumn> columns) {
        return new RowSerializer(columns, catalog(), session());
    }

    /// Whether rows carry where they come from (`lock.Provenance`) behind their columns.
    boolean tracksProvenance();
}
