package io.pglitedb.executor.command.rule;

import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Rules;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.planner.analyzer.RuleAnalyzer;
import io.pglitedb.planner.ast.TriggerStatement.CreateRule;
import io.pglitedb.planner.ast.TriggerStatement.RuleEvent;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Optional;
import java.util.Set;

/// CREATE RULE. Source of the rules and words: PostgreSQL 15, `DefineQueryRewrite`.
final class CreateRuleCommand implements Command<CreateRule> {
    @Override
    public Class<CreateRule> statement() {
        return CreateRule.class;
    }

    @Override
    public String name(CreateRule statement) {
        return "CREATE RULE";
    }

    @Override
    public Set<Trait> traits(CreateRule statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateRule statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TableDef table = definition.relation(statement.relation(), LockMode.ACCESS_EXCLUSIVE);
        RuleAnalyzer.Analyzed rule = RuleAnalyzer.analyze(statement, table, definition.view(), definition.session());
        requireFitting(table, definition);
        if (statement.event() == RuleEvent.SELECT) {
            defineView(statement, table, rule, definition);
        } else {
            define(statement, table, rule, definition);
        }
        return name(statement);
    }

    private static void requireFitting(TableDef table, Definition definition) {
        if ("rvpm".indexOf(table.kind()) < 0) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE, "relation \"%s\" cannot have rules".formatted(table.name()))
                    .detail(RelationKinds.notSupported(table.kind()));
        }
        if (table.namespace() == Definition.PG_CATALOG) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "permission denied: \"%s\" is a system catalog".formatted(table.name()));
        }
        new Ownership(definition).require(table);
    }

    private static PgException unsupported(String message) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, message);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_OBJECT_DEFINITION, message);
    }

    private static void defineView(
            CreateRule statement, TableDef table, RuleAnalyzer.Analyzed rule, Definition definition) {
        if (rule.actions().isEmpty()) {
            throw unsupported("INSTEAD NOTHING rules on SELECT are not implemented")
                    .hint("Use views instead.");
        }
        if (rule.actions().size() > 1) {
            throw unsupported("multiple actions for rules on SELECT are not implemented")
                    .hint("Use views instead.");
        }
        Query query = rule.actions().getFirst();
        if (!statement.instead() || query.command() != Query.Command.SELECT) {
            throw unsupported("rules on SELECT must have action INSTEAD SELECT").hint("Use views instead.");
        }
        if (query.features().modifyingCommonTable()) {
            throw unsupported("rules on SELECT must not contain data-modifying statements in WITH");
        }
        if (rule.condition() != null) {
            throw unsupported("event qualifications are not implemented for rules on SELECT")
                    .hint("Use views instead.");
        }
        new RuleResult(table, definition.view(), true).check(query.targets(), table.kind() != 'm');
        if (!statement.replace() && table.kind() == 'v') {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "\"%s\" is already a view".formatted(table.name()));
        }
        if (!statement.name().equals(RuleDef.VIEW)) {
            throw invalid("view rule for \"%s\" must be named \"%s\"".formatted(table.name(), RuleDef.VIEW));
        }
        if (table.kind() != 'v') {
            new TableToView(table, definition).convert();
        }
        new Rules(definition.writer()).defineView(table.oid(), ExpressionReferences.of(query, definition.session()));
    }

    private static void define(
            CreateRule statement, TableDef table, RuleAnalyzer.Analyzed rule, Definition definition) {
        boolean returning = false;
        for (Query action : rule.actions()) {
            if (action.returning().isEmpty()) {
                continue;
            }
            if (returning) {
                throw unsupported("cannot have multiple RETURNING lists in a rule");
            }
            if (rule.condition() != null) {
                throw unsupported("RETURNING lists are not supported in conditional rules");
            }
            if (!statement.instead()) {
                throw unsupported("RETURNING lists are not supported in non-INSTEAD rules");
            }
            returning = true;
            new RuleResult(table, definition.view(), false).check(action.returning(), false);
        }
        if (statement.name().equals(RuleDef.VIEW)) {
            throw invalid("non-view rule for \"%s\" must not be named \"%s\"".formatted(table.name(), RuleDef.VIEW));
        }
        Optional<Expression> condition = rule.condition() == null
                ? Optional.empty()
                : Optional.of(definition.triggerCondition(rule.condition(), table));
        new Rules(definition.writer())
                .define(
                        statement.name(),
                        table.oid(),
                        event(statement.event()),
                        statement.instead(),
                        condition,
                        ExpressionReferences.ofQueries(rule.actions(), definition.session()),
                        statement.replace());
    }

    private static char event(RuleEvent event) {
        return switch (event) {
            case SELECT -> '1';
            case UPDATE -> '2';
            case INSERT -> '3';
            case DELETE -> '4';
        };
    }
}
