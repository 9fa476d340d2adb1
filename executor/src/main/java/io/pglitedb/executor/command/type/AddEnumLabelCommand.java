package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.define.Types;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TypeStatement.AddEnumLabel;
import io.pglitedb.planner.ast.TypeStatement.LabelPlace;
import io.pglitedb.types.error.SqlState;
import java.util.Optional;
import java.util.Set;

/// ALTER TYPE … ADD VALUE.
final class AddEnumLabelCommand implements Command<AddEnumLabel> {
    @Override
    public Class<AddEnumLabel> statement() {
        return AddEnumLabel.class;
    }

    @Override
    public String name(AddEnumLabel statement) {
        return "ALTER TYPE";
    }

    @Override
    public Set<Trait> traits(AddEnumLabel statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AddEnumLabel statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int type = EnumTypes.require(definition, statement.type());
        boolean added = new Types(definition.writer())
                .addLabel(
                        type,
                        statement.label(),
                        Optional.ofNullable(statement.neighbor()),
                        statement.place() == LabelPlace.AFTER,
                        statement.ifNotExists());
        if (!added) {
            definition.noticeSkipped(
                    SqlState.DUPLICATE_OBJECT,
                    "enum label \"%s\" already exists, skipping".formatted(statement.label()));
        }
        return "ALTER TYPE";
    }
}
