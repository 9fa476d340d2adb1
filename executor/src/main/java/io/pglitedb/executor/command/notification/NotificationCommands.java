package io.pglitedb.executor.command.notification;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandFamily;
import io.pglitedb.executor.command.SimpleCommand;
import io.pglitedb.planner.ast.SessionStatement.Listen;
import io.pglitedb.planner.ast.SessionStatement.Notify;
import io.pglitedb.planner.ast.SessionStatement.Unlisten;
import io.pglitedb.planner.ast.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/// LISTEN, UNLISTEN, NOTIFY: what they ask for happens when the transaction commits.
public final class NotificationCommands implements CommandFamily {
    @Override
    public List<Command<?>> commands() {
        return List.of(
                command(
                        Listen.class,
                        "LISTEN",
                        (listen, call) -> call.session().notifications().listen(listen.channel())),
                command(
                        Unlisten.class,
                        "UNLISTEN",
                        (unlisten, call) -> call.session().notifications().unlisten(unlisten.channel())),
                command(
                        Notify.class,
                        "NOTIFY",
                        (notify, call) -> call.session()
                                .notifications()
                                .notify(notify.channel(), Objects.requireNonNullElse(notify.payload(), ""))));
    }

    private static <S extends Statement> Command<S> command(
            Class<S> statement, String name, BiConsumer<S, CommandCall> action) {
        return new SimpleCommand<>(statement, name, Set.of(Trait.WITHOUT_SNAPSHOT), action);
    }
}
