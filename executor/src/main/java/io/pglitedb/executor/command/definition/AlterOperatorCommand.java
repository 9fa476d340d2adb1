package io.pglitedb.executor.command.definition;

import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.define.Operators;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.OperatorStatement.AlterOperator;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// ALTER OPERATOR … SET (…): another estimator, or none. Source of the rules: PostgreSQL's AlterOperator.
final class AlterOperatorCommand implements Command<AlterOperator> {
    private static final Set<String> FIXED =
            Set.of("leftarg", "rightarg", "function", "procedure", "commutator", "negator", "hashes", "merges");

    @Override
    public Class<AlterOperator> statement() {
        return AlterOperator.class;
    }

    @Override
    public String name(AlterOperator statement) {
        return "ALTER OPERATOR";
    }

    @Override
    public Set<Trait> traits(AlterOperator statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterOperator statement, CommandCall call) {
        Definition definition = Definition.of(call);
        ObjectAddress address =
                new ObjectLookup(definition).require(new ObjectReference.Operator(statement.operator()));
        OperatorDef operator = definition.view().operator(address.oid());
        int restriction = operator.restrictionEstimator();
        int join = operator.joinEstimator();
        boolean setsRestriction = false;
        boolean setsJoin = false;
        for (DefElem option : statement.options()) {
            Options one = new Options(List.of(option), Set.of(option.name()), ignored -> {});
            List<String> function = option.value() == null ? List.of() : one.name(option.name());
            switch (option.name()) {
                case "restrict" -> {
                    setsRestriction = true;
                    restriction = function.isEmpty() ? 0 : Estimators.restriction(function, definition);
                }
                case "join" -> {
                    setsJoin = true;
                    join = function.isEmpty() ? 0 : Estimators.join(function, definition);
                }
                default ->
                    throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            (FIXED.contains(option.name())
                                            ? "operator attribute \"%s\" cannot be changed"
                                            : "operator attribute \"%s\" not recognized")
                                    .formatted(option.name()));
            }
        }
        new Ownership(definition).require(address);
        requireSense(operator, setsRestriction && restriction != 0, setsJoin && join != 0);
        new Operators(definition.writer()).setEstimators(address.oid(), restriction, join);
        return "ALTER OPERATOR";
    }

    private static void requireSense(OperatorDef operator, boolean restriction, boolean join) {
        if (join && operator.leftType() == 0) {
            throw invalid("only binary operators can have join selectivity");
        }
        if (restriction && operator.resultType() != Oids.BOOL) {
            throw invalid("only boolean operators can have restriction selectivity");
        }
        if (join && operator.resultType() != Oids.BOOL) {
            throw invalid("only boolean operators can have join selectivity");
        }
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_FUNCTION_DEFINITION, message);
    }
}
