package io.pglitedb.executor.command.trigger;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.ast.TriggerStatement.CreateTrigger;
import io.pglitedb.planner.ast.TriggerStatement.Event;
import io.pglitedb.planner.ast.TriggerStatement.Timing;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Optional;

/// WHEN of CREATE TRIGGER, and what it may look at.
final class TriggerCondition {
    private static final int OLD = 1; // range table entry

    private final CreateTrigger statement;
    private final TableDef table;

    private TriggerCondition(CreateTrigger statement, TableDef table) {
        this.statement = statement;
        this.table = table;
    }

    static Optional<Expression> of(CreateTrigger statement, TableDef table, Definition definition) {
        if (statement.when() == null) {
            return Optional.empty();
        }
        if (statement.timing() == Timing.INSTEAD_OF) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "INSTEAD OF triggers cannot have WHEN conditions");
        }
        Expr condition = ExpressionScope.forTrigger(table, definition.view(), definition.session())
                .triggerWhen(statement.when());
        new TriggerCondition(statement, table).check(condition);
        return Optional.of(definition.triggerCondition(condition, table));
    }

    private void check(Expr expression) {
        if (expression instanceof Expr.Var variable) {
            check(variable);
        }
        expression.children().forEach(this::check);
    }

    private void check(Expr.Var variable) {
        if (!statement.forEachRow()) {
            throw invalid("statement trigger's WHEN condition cannot reference column values", variable);
        }
        if (variable.rangeTableIndex() == OLD) {
            if (statement.events().contains(Event.INSERT)) {
                throw invalid("INSERT trigger's WHEN condition cannot reference OLD values", variable);
            }
            return;
        }
        if (statement.events().contains(Event.DELETE)) {
            throw invalid("DELETE trigger's WHEN condition cannot reference NEW values", variable);
        }
        if (statement.timing() != Timing.BEFORE) {
            return;
        }
        if (variable.attribute() < 0) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "BEFORE trigger's WHEN condition cannot reference NEW system columns")
                    .at(variable.location() + 1);
        }
        boolean generated = variable.attribute() == 0
                ? table.columns().stream().anyMatch(column -> column.generated() != ' ')
                : column(variable).generated() != ' ';
        if (generated) {
            throw invalid("BEFORE trigger's WHEN condition cannot reference NEW generated columns", variable)
                    .detail(
                            variable.attribute() == 0
                                    ? "A whole-row reference is used and the table contains generated columns."
                                    : "Column \"%s\" is a generated column."
                                            .formatted(column(variable).name()));
        }
    }

    private ColumnDef column(Expr.Var variable) {
        return table.columns().get(variable.attribute() - 1);
    }

    private static PgException invalid(String message, Expr.Var variable) {
        return new PgException(SqlState.INVALID_OBJECT_DEFINITION, message).at(variable.location() + 1);
    }
}
