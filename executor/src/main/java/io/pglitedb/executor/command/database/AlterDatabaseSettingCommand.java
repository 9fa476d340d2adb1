package io.pglitedb.executor.command.database;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.StoredSettings;
import io.pglitedb.planner.ast.DatabaseStatement.AlterDatabaseSetting;
import java.util.Set;

/// ALTER DATABASE … SET and RESET.
final class AlterDatabaseSettingCommand implements Command<AlterDatabaseSetting> {
    @Override
    public Class<AlterDatabaseSetting> statement() {
        return AlterDatabaseSetting.class;
    }

    @Override
    public String name(AlterDatabaseSetting statement) {
        return "ALTER DATABASE";
    }

    @Override
    public Set<Trait> traits(AlterDatabaseSetting statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterDatabaseSetting statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int database =
                AlterDatabaseCommand.require(statement.name(), definition).oid();
        new StoredSettings(definition).change(database, 0, statement.setting());
        return "ALTER DATABASE";
    }
}
