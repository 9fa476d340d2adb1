package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.define.Types;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TypeStatement.RenameEnumLabel;
import java.util.Set;

/// ALTER TYPE … RENAME VALUE.
final class RenameEnumLabelCommand implements Command<RenameEnumLabel> {
    @Override
    public Class<RenameEnumLabel> statement() {
        return RenameEnumLabel.class;
    }

    @Override
    public String name(RenameEnumLabel statement) {
        return "ALTER TYPE";
    }

    @Override
    public Set<Trait> traits(RenameEnumLabel statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(RenameEnumLabel statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int type = EnumTypes.require(definition, statement.type());
        new Types(definition.writer()).renameLabel(type, statement.label(), statement.newLabel());
        return "ALTER TYPE";
    }
}
