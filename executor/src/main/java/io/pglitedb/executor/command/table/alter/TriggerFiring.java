package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.catalog.define.Triggers;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.AlterTableStatement.SetTriggerFiring;
import io.pglitedb.planner.ast.AlterTableStatement.TriggerScope;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// ENABLE and DISABLE TRIGGER. Source of the rules: PostgreSQL 15, `EnableDisableTrigger`.
final class TriggerFiring {
    private final Definition definition;

    TriggerFiring(Definition definition) {
        this.definition = definition;
    }

    /// As `tgenabled` and `ev_enabled` have it.
    static char letter(AlterTableStatement.Firing firing) {
        return switch (firing) {
            case ORIGIN -> 'O';
            case ALWAYS -> 'A';
            case REPLICA -> 'R';
            case DISABLED -> 'D';
        };
    }

    void set(TableDef table, SetTriggerFiring command) {
        char firing = letter(command.firing());
        boolean found = false;
        for (TriggerDef trigger : definition.view().triggers(table.oid())) {
            boolean named =
                    command.scope() != TriggerScope.NAMED || trigger.name().equals(command.name());
            if (!named || trigger.internal() && command.scope() == TriggerScope.USER) {
                continue;
            }
            found = true;
            if (trigger.internal()) {
                if (!definition.isSuperuser()) {
                    throw Denial.of("permission denied: \"%s\" is a system trigger".formatted(trigger.name()));
                }
                throw PgException.notSupported("switching a foreign key's triggers");
            }
            new Triggers(definition.writer()).setFiring(trigger, firing);
        }
        if (!found && command.scope() == TriggerScope.NAMED) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "trigger \"%s\" for table \"%s\" does not exist".formatted(command.name(), table.name()));
        }
    }
}
