package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.table.CreateTableCommand;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.ForeignStatement.CreateForeignTable;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// CREATE FOREIGN TABLE: an object of the catalog. There is no handler, so that nobody can read it.
final class CreateForeignTableCommand implements Command<CreateForeignTable> {
    @Override
    public Class<CreateForeignTable> statement() {
        return CreateForeignTable.class;
    }

    @Override
    public String name(CreateForeignTable statement) {
        return "CREATE FOREIGN TABLE";
    }

    @Override
    public Set<Trait> traits(CreateForeignTable statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateForeignTable statement, CommandCall call) {
        Definition definition = Definition.of(call);
        for (TableStatement.TableElement element : statement.table().elements()) {
            switch (element) {
                case TableStatement.Column(var column) -> column.constraints().forEach(this::requireSupported);
                case TableStatement.TableConstraint(Constraint constraint) -> requireSupported(constraint);
                case TableStatement.Like ignored -> throw PgException.notSupported("LIKE of a foreign table");
            }
        }
        int table = new CreateTableCommand().create(statement.table(), 'f', definition);
        if (table == 0) {
            return name(statement); // it is there already
        }
        ForeignLookup lookup = new ForeignLookup(definition);
        SystemRow server = lookup.server(statement.server());
        lookup.requireUsage(ClassOid.SERVER, server);
        ForeignOptions foreign = new ForeignOptions(definition);
        SystemRow wrapper = foreign.wrapperOf(server);
        List<String> options = foreign.changed(List.of(), statement.options(), ForeignOptions.TABLE, wrapper);
        new ForeignObjects(definition.writer()).createTable(table, server.oid("oid"), options);
        for (TableStatement.TableElement element : statement.table().elements()) {
            if (element instanceof TableStatement.Column(var column)
                    && !column.fdwOptions().isEmpty()) {
                List<String> own = foreign.changed(List.of(), column.fdwOptions(), ForeignOptions.COLUMN, wrapper);
                int number =
                        definition.view().table(table).column(column.name()).number();
                new Columns(definition.writer())
                        .update(table, number, new RowValues().set("attfdwoptions", RelationOptions.array(own)));
            }
        }
        return name(statement);
    }

    private void requireSupported(Constraint constraint) {
        String kind = switch (constraint) {
            case Constraint.Unique unique -> unique.primary() ? "primary key" : "unique";
            case Constraint.Exclusion ignored -> "exclusion";
            case Constraint.ForeignKey ignored -> "foreign key";
            default -> null;
        };
        if (kind != null) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED, kind + " constraints are not supported on foreign tables")
                    .at(constraint.location() + 1);
        }
    }
}
