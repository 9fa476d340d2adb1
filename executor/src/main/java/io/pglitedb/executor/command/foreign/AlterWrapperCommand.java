package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.planner.ast.ForeignStatement.AlterWrapper;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// ALTER FOREIGN DATA WRAPPER.
final class AlterWrapperCommand implements Command<AlterWrapper> {
    @Override
    public Class<AlterWrapper> statement() {
        return AlterWrapper.class;
    }

    @Override
    public String name(AlterWrapper statement) {
        return "ALTER FOREIGN DATA WRAPPER";
    }

    @Override
    public Set<Trait> traits(AlterWrapper statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterWrapper statement, CommandCall call) {
        Definition definition = Definition.of(call);
        if (!definition.isSuperuser()) {
            throw Denial.of("permission denied to alter foreign-data wrapper \"%s\"".formatted(statement.name()))
                    .hint("Must be superuser to alter a foreign-data wrapper.");
        }
        SystemRow wrapper = new ForeignLookup(definition).wrapper(statement.name());
        WrapperFunctions functions = new WrapperFunctions(statement.functions(), definition);
        if (functions.handlerGiven) {
            definition.warn(
                    SqlState.WARNING,
                    "changing the foreign-data wrapper handler can change behavior of existing foreign tables");
        }
        if (functions.validatorGiven && functions.validator != 0) {
            definition.warn(
                    SqlState.WARNING,
                    "changing the foreign-data wrapper validator can cause the options for dependent objects to"
                            + " become invalid");
        }
        int handler = functions.handlerGiven ? functions.handler : wrapper.oid("fdwhandler");
        int validator = functions.validatorGiven ? functions.validator : wrapper.oid("fdwvalidator");
        List<String> options = ForeignOptions.changed(wrapper.texts("fdwoptions"), statement.options());
        if (!statement.options().isEmpty()) {
            new ForeignOptions(definition).validate(options, ClassOid.FOREIGN_DATA_WRAPPER, validator);
        }
        new ForeignObjects(definition.writer()).setWrapper(wrapper, handler, validator, options);
        return name(statement);
    }
}
