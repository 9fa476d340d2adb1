package io.pglitedb.executor.command.role;

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
        int database = 0;
        if (statement.database() != null) {
            var found = definition.view().database(statement.database());
            if (found == null) {
                throw new PgException(
                        SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(statement.database()));
            }
            database = found.oid();
        }
        new StoredSettings(definition).change(database, role, statement.setting());
        return "ALTER ROLE";
    }
}
