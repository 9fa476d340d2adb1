package io.pglitedb.executor.command.policy;

import io.pglitedb.catalog.def.PolicyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Policies;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.TriggerStatement.AlterPolicy;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// ALTER POLICY: what it does not name stays.
final class AlterPolicyCommand implements Command<AlterPolicy> {
    @Override
    public Class<AlterPolicy> statement() {
        return AlterPolicy.class;
    }

    @Override
    public String name(AlterPolicy statement) {
        return "ALTER POLICY";
    }

    @Override
    public Set<Trait> traits(AlterPolicy statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterPolicy statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TableDef table = PolicyParts.table(statement.relation(), definition);
        PolicyDef before = definition.view().policies(table.oid()).stream()
                .filter(policy -> policy.name().equals(statement.name()))
                .findFirst()
                .orElseThrow(() -> new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "policy \"%s\" for table \"%s\" does not exist".formatted(statement.name(), table.name())));
        PolicyParts.requireFitting(before.command(), statement.using() != null, statement.check() != null);
        List<Integer> roles =
                statement.roles().isEmpty() ? before.roles() : PolicyParts.roles(statement.roles(), definition);
        new Policies(definition.writer())
                .update(
                        before,
                        roles,
                        condition(statement.using(), before.using(), table, definition),
                        condition(statement.check(), before.check(), table, definition));
        return name(statement);
    }

    private static Optional<Expression> condition(
            AstExpr raw, Optional<String> before, TableDef table, Definition definition) {
        return raw != null
                ? PolicyParts.condition(raw, table, definition)
                : before.map(tree -> ExpressionReferences.of(
                        NodeTree.readExpression(tree, definition.session()), table.oid(), definition.session()));
    }
}
