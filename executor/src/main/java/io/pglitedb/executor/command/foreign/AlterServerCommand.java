package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.planner.ast.ForeignStatement.AlterServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// ALTER SERVER.
final class AlterServerCommand implements Command<AlterServer> {
    @Override
    public Class<AlterServer> statement() {
        return AlterServer.class;
    }

    @Override
    public String name(AlterServer statement) {
        return "ALTER SERVER";
    }

    @Override
    public Set<Trait> traits(AlterServer statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterServer statement, CommandCall call) {
        Definition definition = Definition.of(call);
        SystemRow server = new ForeignLookup(definition).server(statement.name());
        new Ownership(definition).require(ObjectAddress.of(ClassOid.SERVER, server.oid("oid")));
        Map<String, Object> changes = new LinkedHashMap<>();
        if (statement.hasVersion()) {
            changes.put("srvversion", statement.version());
        }
        ForeignOptions foreign = new ForeignOptions(definition);
        List<String> before = server.texts("srvoptions");
        List<String> options = statement.options().isEmpty()
                ? before
                : foreign.changed(before, statement.options(), ClassOid.SERVER, foreign.wrapperOf(server));
        new ForeignObjects(definition.writer()).update(server, "srvoptions", options, changes);
        return "ALTER SERVER";
    }
}
