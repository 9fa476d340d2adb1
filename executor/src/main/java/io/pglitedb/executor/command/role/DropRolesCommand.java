package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.catalog.depend.RoleDependencies;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.RoleStatement.DropRoles;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// DROP ROLE, USER and GROUP.
final class DropRolesCommand implements Command<DropRoles> {
    @Override
    public Class<DropRoles> statement() {
        return DropRoles.class;
    }

    @Override
    public String name(DropRoles statement) {
        return "DROP ROLE";
    }

    @Override
    public Set<Trait> traits(DropRoles statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(DropRoles statement, CommandCall call) {
        Definition definition = Definition.of(call);
        RoleDef current = definition.view().role(definition.owner());
        if (!current.superuser() && !current.createRole()) {
            throw new PgException(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to drop role");
        }
        for (RoleSpec spec : statement.roles()) {
            if (spec.kind() != RoleSpec.Kind.NAMED) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE, "cannot use special role specifier in DROP ROLE");
            }
            RoleDef role = definition.view().role(spec.name());
            if (role == null) {
                String message = "role \"%s\" does not exist".formatted(spec.name());
                if (!statement.ifExists()) {
                    throw new PgException(SqlState.UNDEFINED_OBJECT, message);
                }
                definition.noticeSkipped(SqlState.SUCCESSFUL_COMPLETION, message + ", skipping");
                continue;
            }
            if (role.oid() == current.oid()) {
                throw new PgException(SqlState.OBJECT_IN_USE, "current user cannot be dropped");
            }
            if (role.oid() == definition.backend().identity().sessionUser().oid()) {
                throw new PgException(SqlState.OBJECT_IN_USE, "session user cannot be dropped");
            }
            if (role.superuser() && !current.superuser()) {
                throw new PgException(SqlState.INSUFFICIENT_PRIVILEGE, "must be superuser to drop superusers");
            }
            requireIndependent(role, definition);
            new Roles(definition.writer()).drop(role.oid());
        }
        return "DROP ROLE";
    }

    private static void requireIndependent(RoleDef role, Definition definition) {
        String detail = new RoleDependencies(
                        definition.writer(),
                        definition.view().databaseOid(),
                        new ObjectDescriptions(definition.writer(), definition.view()))
                .detail(ObjectAddress.of(ClassOid.ROLE, role.oid()));
        if (!detail.isEmpty()) {
            throw new PgException(
                            SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                            "role \"%s\" cannot be dropped because some objects depend on it".formatted(role.name()))
                    .detail(detail);
        }
    }
}
