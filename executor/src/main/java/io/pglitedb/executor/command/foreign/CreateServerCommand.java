package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.planner.ast.ForeignStatement.CreateServer;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// CREATE SERVER.
final class CreateServerCommand implements Command<CreateServer> {
    @Override
    public Class<CreateServer> statement() {
        return CreateServer.class;
    }

    @Override
    public String name(CreateServer statement) {
        return "CREATE SERVER";
    }

    @Override
    public Set<Trait> traits(CreateServer statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateServer statement, CommandCall call) {
        Definition definition = Definition.of(call);
        ForeignLookup lookup = new ForeignLookup(definition);
        if (lookup.find(ClassOid.SERVER, statement.name()) != null) {
            String exists = "server \"%s\" already exists".formatted(statement.name());
            if (!statement.ifNotExists()) {
                throw new PgException(SqlState.DUPLICATE_OBJECT, exists);
            }
            definition.noticeSkipped(SqlState.DUPLICATE_OBJECT, exists + ", skipping");
            return "CREATE SERVER";
        }
        SystemRow wrapper = lookup.wrapper(statement.wrapper());
        lookup.requireUsage(ClassOid.FOREIGN_DATA_WRAPPER, wrapper);
        List<String> options =
                new ForeignOptions(definition).changed(List.of(), statement.options(), ClassOid.SERVER, wrapper);
        new ForeignObjects(definition.writer())
                .createServer(
                        statement.name(),
                        definition.owner(),
                        wrapper.oid("oid"),
                        statement.type(),
                        statement.version(),
                        options);
        return "CREATE SERVER";
    }
}
