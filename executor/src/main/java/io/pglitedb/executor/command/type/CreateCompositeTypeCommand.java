package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.define.NewRelation;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.ColumnDef;
import io.pglitedb.planner.ast.TypeStatement.CreateCompositeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// CREATE TYPE … AS (…).
final class CreateCompositeTypeCommand implements Command<CreateCompositeType> {
    @Override
    public Class<CreateCompositeType> statement() {
        return CreateCompositeType.class;
    }

    @Override
    public String name(CreateCompositeType statement) {
        return "CREATE TYPE";
    }

    @Override
    public Set<Trait> traits(CreateCompositeType statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateCompositeType statement, CommandCall call) {
        Definition definition = Definition.of(call);
        String name = statement.name().getLast();
        List<NewColumn> columns = new ArrayList<>();
        for (ColumnDef attribute : statement.attributes()) {
            columns.add(ColumnElements.read(definition, name, attribute).column());
        }
        new Relations(definition.writer())
                .create(new NewRelation(
                        name,
                        definition.namespaceFor(statement.name()),
                        'c',
                        'p',
                        definition.owner(),
                        0,
                        0,
                        columns,
                        List.of(),
                        true));
        return "CREATE TYPE";
    }
}
