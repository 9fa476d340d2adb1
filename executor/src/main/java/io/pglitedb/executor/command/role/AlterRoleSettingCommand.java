package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.executor.definition.StoredSettings;
import io.pglitedb.planner.ast.RoleStatement.AlterRoleSetting;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// ALTER ROLE … [IN DATABASE …] SET and RESET.
final class AlterRoleSettingCommand implements Command<AlterRoleSetting> {
    @Override
    public Class<AlterRoleSetting> statement() {
        return AlterRoleSetting.class;
    }

    @Override
    public String name(AlterRoleSetting statement) {
        return "ALTER ROLE";
    }

    @Override
    public Set<Trait> traits(AlterRoleSetting statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterRoleSetting statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int role = statement.role() == null ? 0 : RoleNames.oid(definition, statement.role());
        requireMayAlter(role, statement, definition);
        int database = 0;
        if (statement.database() != null) {
            var found = definition.view().database(statement.database());
            if (found == null) {
                throw new PgException(
                        SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(statement.database()));
            }
            database = found.oid();
            if (role == 0) {
                new Ownership(definition).require(ObjectAddress.of(ClassOid.DATABASE, database));
            }
        }
        new StoredSettings(definition).change(database, role, statement.setting());
        return "ALTER ROLE";
    }

    private static void requireMayAlter(int role, AlterRoleSetting statement, Definition definition) {
        RoleDef current = definition.view().role(definition.owner());
        if (current.superuser() || role == 0 && statement.database() != null) {
            return;
        }
        if (role == 0) {
            throw Denial.of("must be superuser to alter settings globally");
        }
        if (definition.view().role(role).superuser()) {
            throw Denial.of("must be superuser to alter superusers");
        }
        if (!current.createRole() && role != current.oid()) {
            throw Denial.of("permission denied");
        }
    }
}
