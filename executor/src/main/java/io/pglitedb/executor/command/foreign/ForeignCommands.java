package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandFamily;
import io.pglitedb.executor.command.SimpleCommand;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.planner.ast.ForeignStatement.AlterUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.CreateUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.DropUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.ImportSchema;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// Commands about foreign data. Everything about it is an object of the catalog; no wrapper has a handler here.
public final class ForeignCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        Set<Trait> writes = Set.of(Trait.WRITES);
        return List.of(
                new CreateWrapperCommand(),
                new AlterWrapperCommand(),
                new CreateServerCommand(),
                new AlterServerCommand(),
                new CreateForeignTableCommand(),
                new SimpleCommand<>(
                        CreateUserMapping.class,
                        "CREATE USER MAPPING",
                        writes,
                        (statement, call) -> new UserMappings(Definition.of(call)).create(statement)),
                new SimpleCommand<>(
                        AlterUserMapping.class,
                        "ALTER USER MAPPING",
                        writes,
                        (statement, call) -> new UserMappings(Definition.of(call)).alter(statement)),
                new SimpleCommand<>(
                        DropUserMapping.class,
                        "DROP USER MAPPING",
                        writes,
                        (statement, call) -> new UserMappings(Definition.of(call)).drop(statement)),
                new SimpleCommand<>(ImportSchema.class, "IMPORT FOREIGN SCHEMA", writes, ForeignCommands::refuse));
    }

    /// What a wrapper without a handler says, once the server and the schema are found.
    private static void refuse(ImportSchema statement, CommandCall call) {
        Definition definition = Definition.of(call);
        ForeignLookup lookup = new ForeignLookup(definition);
        SystemRow server = lookup.server(statement.server());
        lookup.requireUsage(ClassOid.SERVER, server);
        definition.namespace(statement.localSchema());
        throw new PgException(
                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                "foreign-data wrapper \"%s\" has no handler"
                        .formatted(
                                new ForeignOptions(definition).wrapperOf(server).text("fdwname")));
    }
}
