package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.define.Types;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TypeStatement.CreateEnum;
import java.util.Set;

/// CREATE TYPE … AS ENUM.
final class CreateEnumCommand implements Command<CreateEnum> {
    @Override
    public Class<CreateEnum> statement() {
        return CreateEnum.class;
    }

    @Override
    public String name(CreateEnum statement) {
        return "CREATE TYPE";
    }

    @Override
    public Set<Trait> traits(CreateEnum statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateEnum statement, CommandCall call) {
        Definition definition = Definition.of(call);
        new Types(definition.writer())
                .createEnum(
                        statement.name().getLast(),
                        definition.namespaceFor(statement.name()),
                        definition.owner(),
                        statement.labels());
        return "CREATE TYPE";
    }
}
