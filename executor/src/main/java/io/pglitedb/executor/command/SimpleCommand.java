package io.pglitedb.executor.command;

import io.pglitedb.planner.ast.Statement;
import java.util.Set;
import java.util.function.BiConsumer;

/// A command that only acts: no rows, and its name is its tag.
public record SimpleCommand<S extends Statement>(
        Class<S> statement, String name, Set<Trait> traits, BiConsumer<S, CommandCall> action) implements Command<S> {
    public SimpleCommand {
        traits = Set.copyOf(traits);
    }

    @Override
    public String name(S of) {
        return name;
    }

    @Override
    public Set<Trait> traits(S of) {
        return traits;
    }

    @Override
    public String run(S of, CommandCall call) {
        action.accept(of, call);
        return name;
    }
}
