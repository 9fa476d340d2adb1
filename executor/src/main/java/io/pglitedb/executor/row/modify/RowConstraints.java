package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// What a row has to satisfy by itself: NOT NULL, CHECK, WITH CHECK OPTION, policies. Computes stored generated
/// columns too.
final class RowConstraints {
    private final TableDef table;
    private final String schema;
    private final SessionContext session;
    private final int[] generatedSlots;
    private final Evaluator[] generated;
    private final int[] notNullSlots;
    private final List<ModifyTarget.Check> checks;
    private final Evaluator[] checkExpressions;
    /// Null for a table that is no partition.
    private final Evaluator partition;
    private final List<RowCheck> rowChecks;
    private final Evaluator[] rowConditions;

    RowConstraints(ModifyTarget target, ExpressionCompiler compiler) {
        table = target.definition();
        session = compiler.binder().session();
        schema = compiler.binder().catalog().namespaceName(table.namespace());
        generatedSlots = target.generated().stream()
                .mapToInt(column -> column.column() - 1)
                .toArray();
        generated = target.generated().stream()
                .map(column -> compiler.compile(column.expression()))
                .toArray(Evaluator[]::new);
        notNullSlots = table.columns().stream()
                .filter(column -> column.notNull() && !column.dropped())
                .mapToInt(column -> column.number() - 1)
                .toArray();
        checks = target.checks();
        checkExpressions = checks.stream()
                .map(check -> compiler.compile(check.expression()))
                .toArray(Evaluator[]::new);
        partition = compiler.compileOptional(target.partitionConstraint());
        rowChecks = target.rowChecks();
        rowConditions = rowChecks.stream()
                .map(check -> compiler.compile(check.condition()))
                .toArray(Evaluator[]::new);
    }

    /// Sets the generated columns of a new row.
    void generate(Object[] row) {
        for (int i = 0; i < generated.length; i++) {
            row[generatedSlots[i]] = null;
        }
        for (int i = 0; i < generated.length; i++) {
            row[generatedSlots[i]] = generated[i].evaluate(row);
        }
    }

    /// Whether the row may stand in this partition; true for a table that is none.
    boolean belongs(Object[] row) {
        return partition == null || !Boolean.FALSE.equals(partition.evaluate(row));
    }

    /// 23514 for a row of another partition.
    void requireBelongs(Object[] row) {
        if (!belongs(row)) {
            throw new PgException(
                            SqlState.CHECK_VIOLATION,
                            "new row for relation \"%s\" violates partition constraint".formatted(table.name()))
                    .detail(FailingRow.detail(table, row, session))
                    .table(schema, table.name());
        }
    }

    void check(Object[] row) {
        for (int slot : notNullSlots) {
            if (row[slot] == null) {
                throw nullIn(table.columns().get(slot), row);
            }
        }
        for (int i = 0; i < checkExpressions.length; i++) {
            if (Boolean.FALSE.equals(checkExpressions[i].evaluate(row))) {
                throw new PgException(
                                SqlState.CHECK_VIOLATION,
                                "new row for relation \"%s\" violates check constraint \"%s\""
                                        .formatted(table.name(), checks.get(i).name()))
                        .detail(FailingRow.detail(table, row, session))
                        .table(schema, table.name())
                        .constraint(checks.get(i).name());
            }
        }
    }

    private PgException nullIn(ColumnDef column, Object[] row) {
        return new PgException(
                        SqlState.NOT_NULL_VIOLATION,
                        "null value in column \"%s\" of relation \"%s\" violates not-null constraint"
                                .formatted(column.name(), table.name()))
                .detail(FailingRow.detail(table, row, session))
                .table(schema, table.name())
                .column(column.name());
    }

    /// Unlike a CHECK, the condition of a view or policy has to be true. 44000 or 42501.
    void check(RowCheck.Kind kind, Object[] row) {
        for (int i = 0; i < rowConditions.length; i++) {
            if (rowChecks.get(i).kind() == kind && !Boolean.TRUE.equals(rowConditions[i].evaluate(row))) {
                throw violation(rowChecks.get(i), row);
            }
        }
    }

    private PgException violation(RowCheck check, Object[] row) {
        if (check.kind() == RowCheck.Kind.VIEW) {
            return new PgException(
                            SqlState.WITH_CHECK_OPTION_VIOLATION,
                            "new row violates check option for view \"%s\"".formatted(check.relation()))
                    .detail(FailingRow.detail(table, row, session));
        }
        String which = check.policy() == null ? "" : " \"%s\"".formatted(check.policy());
        String message = switch (check.kind()) {
            case CONFLICT -> "new row violates row-level security policy%s (USING expression) for table \"%s\"";
            case MERGE_UPDATE, MERGE_DELETE ->
                "target row violates row-level security policy%s (USING expression) for table \"%s\"";
            case INSERT, UPDATE, VIEW -> "new row violates row-level security policy%s for table \"%s\"";
        };
        return new PgException(SqlState.INSUFFICIENT_PRIVILEGE, message.formatted(which, check.relation()));
    }
}
