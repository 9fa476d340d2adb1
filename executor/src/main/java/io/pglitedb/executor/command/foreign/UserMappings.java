package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.planner.ast.ForeignStatement.AlterUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.CreateUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.DropUserMapping;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// CREATE, ALTER and DROP USER MAPPING.
final class UserMappings {
    private final Definition definition;
    private final ForeignLookup lookup;
    private final ForeignObjects objects;

    UserMappings(Definition definition) {
        this.definition = definition;
        this.lookup = new ForeignLookup(definition);
        this.objects = new ForeignObjects(definition.writer());
    }

    /// The server's owner may do what he likes, who may use it only with his own mapping.
    private void requireAllowed(int user, SystemRow server) {
        if (user != definition.owner()) {
            new Ownership(definition).require(ObjectAddress.of(ClassOid.SERVER, server.oid("oid")));
        } else if (!new Ownership(definition).isOwner(server.oid("srvowner"))) {
            lookup.requireUsage(ClassOid.SERVER, server);
        }
    }

    private String words(int user, String server, String between) {
        return "user mapping for \"%s\" %s server \"%s\"".formatted(lookup.userName(user), between, server);
    }

    void create(CreateUserMapping statement) {
        int user = lookup.user(statement.user());
        SystemRow server = lookup.server(statement.server());
        requireAllowed(user, server);
        if (objects.mapping(user, server.oid("oid")) != null) {
            String exists = words(user, statement.server(), "already exists for");
            if (!statement.ifNotExists()) {
                throw new PgException(SqlState.DUPLICATE_OBJECT, exists);
            }
            definition.noticeSkipped(SqlState.DUPLICATE_OBJECT, exists + ", skipping");
            return;
        }
        ForeignOptions foreign = new ForeignOptions(definition);
        objects.createMapping(
                user,
                server.oid("oid"),
                foreign.changed(List.of(), statement.options(), ClassOid.USER_MAPPING, foreign.wrapperOf(server)));
    }

    void alter(AlterUserMapping statement) {
        int user = lookup.user(statement.user());
        SystemRow server = lookup.server(statement.server());
        SystemRow mapping = objects.mapping(user, server.oid("oid"));
        if (mapping == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, words(user, statement.server(), "does not exist for"));
        }
        requireAllowed(user, server);
        ForeignOptions foreign = new ForeignOptions(definition);
        List<String> options = foreign.changed(
                mapping.texts("umoptions"), statement.options(), ClassOid.USER_MAPPING, foreign.wrapperOf(server));
        objects.update(mapping, "umoptions", options, Map.of());
    }

    void drop(DropUserMapping statement) {
        RoleSpec role = statement.user();
        boolean unknown =
                role.kind() == RoleSpec.Kind.NAMED && definition.view().role(role.name()) == null;
        if (unknown && statement.ifExists()) {
            skip("role \"%s\" does not exist".formatted(role.name()));
            return;
        }
        int user = lookup.user(role);
        SystemRow server = lookup.find(ClassOid.SERVER, statement.server());
        if (server == null) {
            if (!statement.ifExists()) {
                throw new PgException(
                        SqlState.UNDEFINED_OBJECT, "server \"%s\" does not exist".formatted(statement.server()));
            }
            skip("server \"%s\" does not exist".formatted(statement.server()));
            return;
        }
        SystemRow mapping = objects.mapping(user, server.oid("oid"));
        if (mapping == null) {
            String missing = words(user, statement.server(), "does not exist for");
            if (!statement.ifExists()) {
                throw new PgException(SqlState.UNDEFINED_OBJECT, missing);
            }
            skip(missing);
            return;
        }
        requireAllowed(user, server);
        new Drop(definition.writer(), definition.view(), definition.session()::report)
                .run(List.of(ObjectAddress.of(ClassOid.USER_MAPPING, mapping.oid("oid"))), true);
    }

    private void skip(String missing) {
        definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, missing + ", skipping");
    }
}
