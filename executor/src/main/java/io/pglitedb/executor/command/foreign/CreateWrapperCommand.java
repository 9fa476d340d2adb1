package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.planner.ast.ForeignStatement.CreateWrapper;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// CREATE FOREIGN DATA WRAPPER.
final class CreateWrapperCommand implements Command<CreateWrapper> {
    @Override
    public Class<CreateWrapper> statement() {
        return CreateWrapper.class;
    }

    @Override
    public String name(CreateWrapper statement) {
        return "CREATE FOREIGN DATA WRAPPER";
    }

    @Override
    public Set<Trait> traits(CreateWrapper statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateWrapper statement, CommandCall call) {
        Definition definition = Definition.of(call);
        if (!definition.isSuperuser()) {
            throw Denial.of("permission denied to create foreign-data wrapper \"%s\"".formatted(statement.name()))
                    .hint("Must be superuser to create a foreign-data wrapper.");
        }
        if (new ForeignLookup(definition).find(ClassOid.FOREIGN_DATA_WRAPPER, statement.name()) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "foreign-data wrapper \"%s\" already exists".formatted(statement.name()));
        }
        WrapperFunctions functions = new WrapperFunctions(statement.functions(), definition);
        List<String> options = ForeignOptions.changed(List.of(), statement.options());
        new ForeignOptions(definition).validate(options, ClassOid.FOREIGN_DATA_WRAPPER, functions.validator);
        new ForeignObjects(definition.writer())
                .createWrapper(statement.name(), definition.owner(), functions.handler, functions.validator, options);
        return name(statement);
    }
}
