package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Rules;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.AlterTableStatement.SetRuleFiring;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// ENABLE and DISABLE RULE. Source of the rules: PostgreSQL 15, `EnableDisableRule`.
record RuleFiring(Definition definition) {
    void set(TableDef table, SetRuleFiring command) {
        RuleDef rule = definition.view().rules(table.oid()).stream()
                .filter(each -> each.name().equals(command.rule()))
                .findFirst()
                .orElseThrow(() -> new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "rule \"%s\" for relation \"%s\" does not exist".formatted(command.rule(), table.name())));
        new Rules(definition.writer()).setFiring(rule, TriggerFiring.letter(command.firing()));
    }
}
