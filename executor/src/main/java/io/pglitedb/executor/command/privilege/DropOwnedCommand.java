package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.define.DefaultPrivileges;
import io.pglitedb.catalog.define.Privileges;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.RoleDependencies;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.RoleStatement.DropOwned;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// DROP OWNED: what the roles own here, and what was granted to them.
final class DropOwnedCommand implements Command<DropOwned> {
    @Override
    public Class<DropOwned> statement() {
        return DropOwned.class;
    }

    @Override
    public String name(DropOwned statement) {
        return "DROP OWNED";
    }

    @Override
    public Set<Trait> traits(DropOwned statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(DropOwned statement, CommandCall call) {
        Definition definition = Definition.of(call);
        OwnedObjects owned = new OwnedObjects(definition);
        List<Integer> roles = GrantedRoles.oids(statement.roles(), definition);
        roles.forEach(role -> owned.requireRightsOf(role, "to drop objects"));
        List<ObjectAddress> objects = new ArrayList<>();
        for (int role : roles) {
            for (RoleDependencies.Link link : owned.of(role, "drop objects")) {
                switch (link.type()) {
                    case 'a' -> revoke(link.object(), role, definition);
                    case 'o' -> {
                        if (!SystemTables.find(link.object().classOid()).isShared()) {
                            objects.add(link.object());
                        }
                    }
                    default -> throw PgException.notSupported("DROP OWNED of a role that policies name");
                }
            }
        }
        if (!objects.isEmpty()) {
            new Drop(definition.writer(), definition.view(), definition.session()::report)
                    .run(objects, statement.cascade());
        }
        return name(statement);
    }

    private static void revoke(ObjectAddress object, int role, Definition definition) {
        if (object.classOid() == ClassOid.DEFAULT_PRIVILEGES) {
            new DefaultPrivileges(definition.writer()).revokeFrom(object.oid(), role);
            return;
        }
        Privileges privileges = new Privileges(definition.writer());
        privileges.acl(object).ifPresent(items -> {
            int owner = privileges.owner(object);
            Acl acl = new Acl(items, owner);
            acl.revokeAll(role);
            privileges.setAcl(object, acl, owner);
        });
    }
}
