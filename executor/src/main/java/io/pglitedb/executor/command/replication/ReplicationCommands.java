package io.pglitedb.executor.command.replication;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.command.CommandFamily;
import io.pglitedb.executor.command.SimpleCommand;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.ReplicationStatement.AlterPublicationObjects;
import io.pglitedb.planner.ast.ReplicationStatement.AlterPublicationOptions;
import io.pglitedb.planner.ast.ReplicationStatement.AlterSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.CreatePublication;
import io.pglitedb.planner.ast.ReplicationStatement.CreateSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.DropSubscription;
import java.util.List;
import java.util.Set;

/// The commands of this package.
public final class ReplicationCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        Set<Trait> writes = Set.of(Trait.WRITES);
        return List.of(
                new SimpleCommand<>(
                        CreatePublication.class,
                        "CREATE PUBLICATION",
                        writes,
                        (statement, call) -> new PublicationChange(Definition.of(call)).create(statement)),
                new SimpleCommand<>(
                        AlterPublicationOptions.class,
                        "ALTER PUBLICATION",
                        writes,
                        (statement, call) -> new PublicationChange(Definition.of(call)).setOptions(statement)),
                new SimpleCommand<>(
                        AlterPublicationObjects.class,
                        "ALTER PUBLICATION",
                        writes,
                        (statement, call) -> new PublicationChange(Definition.of(call)).change(statement)),
                new SimpleCommand<>(
                        CreateSubscription.class,
                        "CREATE SUBSCRIPTION",
                        writes,
                        (statement, call) -> new SubscriptionChange(Definition.of(call)).create(statement)),
                new SimpleCommand<>(
                        AlterSubscription.class,
                        "ALTER SUBSCRIPTION",
                        writes,
                        (statement, call) -> new SubscriptionChange(Definition.of(call)).alter(statement)),
                new SimpleCommand<>(
                        DropSubscription.class,
                        "DROP SUBSCRIPTION",
                        writes,
                        (statement, call) -> new SubscriptionChange(Definition.of(call)).drop(statement)));
    }
}
