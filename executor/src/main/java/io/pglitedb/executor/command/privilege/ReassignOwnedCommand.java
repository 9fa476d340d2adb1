package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.RoleDependencies;
import io.pglitedb.executor.access.OwnerChange;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleStatement.ReassignOwned;
import java.util.List;
import java.util.Set;

/// REASSIGN OWNED.
final class ReassignOwnedCommand implements Command<ReassignOwned> {
    @Override
    public Class<ReassignOwned> statement() {
        return ReassignOwned.class;
    }

    @Override
    public String name(ReassignOwned statement) {
        return "REASSIGN OWNED";
    }

    @Override
    public Set<Trait> traits(ReassignOwned statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(ReassignOwned statement, CommandCall call) {
        Definition definition = Definition.of(call);
        OwnedObjects owned = new OwnedObjects(definition);
        String action = "to reassign objects";
        List<Integer> roles = GrantedRoles.oids(statement.roles(), definition);
        roles.forEach(role -> owned.requireRightsOf(role, action));
        int newOwner = RoleNames.oid(definition, statement.newOwner());
        owned.requireRightsOf(newOwner, action);
        for (int role : roles) {
            for (RoleDependencies.Link link : owned.of(role, "reassign ownership of objects")) {
                // Default privileges and user mappings stay whose they are.
                int kind = link.object().classOid();
                if (link.type() == 'o' && kind != ClassOid.DEFAULT_PRIVILEGES && kind != ClassOid.USER_MAPPING) {
                    new OwnerChange(definition).run(link.object(), newOwner);
                }
            }
        }
        return name(statement);
    }
}
