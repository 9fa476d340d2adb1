package io.pglitedb.executor.command.statistics;

import io.pglitedb.catalog.define.ExtendedStatistics;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandFamily;
import io.pglitedb.executor.command.SimpleCommand;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.DefinitionStatement.AlterStatistics;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// Commands about statistics objects.
public final class StatisticsCommands implements CommandFamily {
    private static final int TARGET_MAX = 10000;

    @Override
    public List<Command<?>> commands() {
        return List.of(
                new CreateStatisticsCommand(),
                new SimpleCommand<>(
                        AlterStatistics.class, "ALTER STATISTICS", Set.of(Trait.WRITES), StatisticsCommands::alter));
    }

    private static void alter(AlterStatistics statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int target = statement.target();
        if (target < -1) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "statistics target %d is too low".formatted(target));
        }
        if (target > TARGET_MAX) {
            definition.warn(SqlState.INVALID_PARAMETER_VALUE, "lowering statistics target to %d".formatted(TARGET_MAX));
            target = TARGET_MAX;
        }
        ObjectAddress object;
        try {
            object = new ObjectLookup(definition)
                    .require(new ObjectReference.Named(ObjectKind.STATISTICS, statement.name()));
        } catch (PgException missing) {
            if (!statement.ifExists() || missing.state() != SqlState.UNDEFINED_OBJECT) {
                throw missing;
            }
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION, missing.report().message() + ", skipping");
            return;
        }
        new Ownership(definition).require(object);
        new ExtendedStatistics(definition.writer()).setTarget(object.oid(), target);
    }
}
