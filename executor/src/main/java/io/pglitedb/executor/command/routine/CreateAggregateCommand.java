package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.define.Aggregates;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.FunctionStatement.CreateAggregate;
import java.util.Set;

/// CREATE AGGREGATE.
final class CreateAggregateCommand implements Command<CreateAggregate> {
    @Override
    public Class<CreateAggregate> statement() {
        return CreateAggregate.class;
    }

    @Override
    public String name(CreateAggregate statement) {
        return "CREATE AGGREGATE";
    }

    @Override
    public Set<Trait> traits(CreateAggregate statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateAggregate statement, CommandCall call) {
        Definition definition = Definition.of(call);
        AggregateDefinition read = new AggregateDefinition(statement, definition);
        new Aggregates(definition.writer()).create(read.function(), read.aggregate(), statement.replace());
        return "CREATE AGGREGATE";
    }
}
