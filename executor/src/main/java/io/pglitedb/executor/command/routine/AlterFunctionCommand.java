package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.define.Functions;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.FunctionStatement.AlterFunction;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// ALTER FUNCTION, PROCEDURE and ROUTINE with options. Source of the rules: PostgreSQL's AlterFunction.
final class AlterFunctionCommand implements Command<AlterFunction> {
    @Override
    public Class<AlterFunction> statement() {
        return AlterFunction.class;
    }

    @Override
    public String name(AlterFunction statement) {
        return "ALTER " + statement.routine().kind().name();
    }

    @Override
    public Set<Trait> traits(AlterFunction statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterFunction statement, CommandCall call) {
        Definition definition = Definition.of(call);
        var reference = statement.routine();
        FunctionDef function = new ObjectLookup(definition).routine(reference.kind(), reference.signature());
        new Ownership(definition).require(ObjectAddress.function(function.oid()));
        if (function.kind() == 'a') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is an aggregate function".formatted(function.name()));
        }
        RoutineOptions options = new RoutineOptions(statement.options(), function.kind() == 'p');
        Map<String, Object> changes = new LinkedHashMap<>();
        if (options.has("volatility")) {
            changes.put("provolatile", options.volatility());
        }
        if (options.has("strict")) {
            changes.put("proisstrict", options.is("strict"));
        }
        if (options.has("security")) {
            changes.put("prosecdef", options.is("security"));
        }
        if (options.has("leakproof")) {
            if (options.is("leakproof") && !definition.isSuperuser()) {
                throw Denial.of("only superuser can define a leakproof function");
            }
            changes.put("proleakproof", options.is("leakproof"));
        }
        if (options.has("cost")) {
            changes.put("procost", options.cost(0));
        }
        if (options.has("rows")) {
            changes.put("prorows", options.rows(function.returnsSet()));
        }
        if (options.has("parallel")) {
            changes.put("proparallel", options.parallel());
        }
        new Functions(definition.writer()).update(function.oid(), changes);
        return name(statement);
    }
}
