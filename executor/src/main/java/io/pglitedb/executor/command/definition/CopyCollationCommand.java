package io.pglitedb.executor.command.definition;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.DefinitionStatement.CopyCollation;
import java.util.Set;

/// CREATE COLLATION … FROM.
final class CopyCollationCommand implements Command<CopyCollation> {
    @Override
    public Class<CopyCollation> statement() {
        return CopyCollation.class;
    }

    @Override
    public String name(CopyCollation statement) {
        return "CREATE COLLATION";
    }

    @Override
    public Set<Trait> traits(CopyCollation statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CopyCollation statement, CommandCall call) {
        CreateCollationCommand.copy(Definition.of(call), statement.name(), statement.ifNotExists(), statement.source());
        return "CREATE COLLATION";
    }
}
