package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.planner.plan.PlanNode;
import java.util.Arrays;

/// INSERT, with ON CONFLICT.
public final class InsertOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final RowWriter writer;
    private final int width;
    /// Null without ON CONFLICT.
    private final ConflictHandler conflicts;
    private final Returning returning;

    public InsertOperator(PlanNode.Insert insert, BuildContext context) {
        run = context.run();
        input = context.build(insert.input());
        writer = new RowWriter(insert.target(), context.compiler(), run);
        width = insert.target().definition().columns().size();
        conflicts = insert.conflict() == null ? null : new ConflictHandler(insert.conflict(), writer, context);
        returning = new Returning(insert.returning(), context.compiler());
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] given;
        while ((given = input.next()) != null) {
            run.checkCancellation();
            Object[] row = Arrays.copyOf(given, width);
            writer.prepare(row);
            Written written = conflicts == null ? insert(row) : insertOrResolve(row);
            if (written == null) {
                continue;
            }
            run.countChange();
            if (!returning.isEmpty()) {
                return returning.row(
                        writer.table(),
                        written.row(),
                        written.rowid(),
                        run.execution().transaction().id(),
                        given);
            }
        }
        return null;
    }

    private Written insert(Object[] row) {
        long rowid = run.execution().store().nextRowid(writer.table().storage());
        writer.insert(row, rowid);
        return new Written(row, rowid);
    }

    /// Null when nothing was written.
    private Written insertOrResolve(Object[] row) {
        long conflicting = conflicts.find(row);
        return conflicting < 0 ? insert(row) : conflicts.resolve(row, conflicting);
    }

    @Override
    public void close() {
        input.close();
    }
}
