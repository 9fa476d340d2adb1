package io.pglitedb.executor.command;

import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.error.PgException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/// Every command that is present, by the class of its statements.
public final class CommandRegistry {
    private static final CommandRegistry STANDARD = load();

    private final Map<Class<?>, Command<?>> byStatement;

    private CommandRegistry(Map<Class<?>, Command<?>> byStatement) {
        this.byStatement = byStatement;
    }

    public static CommandRegistry standard() {
        return STANDARD;
    }

    private static CommandRegistry load() {
        Map<Class<?>, Command<?>> commands = new HashMap<>();
        for (CommandFamily family : ServiceLoader.load(CommandFamily.class, CommandRegistry.class.getClassLoader())) {
            for (Command<?> command : family.commands()) {
                if (commands.put(command.statement(), command) != null) {
                    throw new IllegalStateException("two commands for " + command.statement());
                }
            }
        }
        return new CommandRegistry(Map.copyOf(commands));
    }

    /// 0A000 when there is none (yet).
    @SuppressWarnings("unchecked") // put there by its own statement's class
    public <S extends Statement> Command<S> get(S statement) {
        Command<?> command = byStatement.get(statement.getClass());
        if (command == null) {
            throw PgException.notSupported(words(statement.getClass().getSimpleName()));
        }
        return (Command<S>) command;
    }

    /// `CreateTable` as SQL spells it: `CREATE TABLE`.
    private static String words(String name) {
        return name.replaceFirst("Stmt$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(java.util.Locale.ROOT);
    }
}
