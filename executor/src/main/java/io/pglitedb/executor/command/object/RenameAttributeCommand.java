package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.TypedTables;
import io.pglitedb.planner.ast.ObjectStatement.RenameAttribute;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// ALTER TYPE … RENAME ATTRIBUTE.
final class RenameAttributeCommand implements Command<RenameAttribute> {
    @Override
    public Class<RenameAttribute> statement() {
        return RenameAttribute.class;
    }

    @Override
    public String name(RenameAttribute statement) {
        return "ALTER TYPE";
    }

    @Override
    public Set<Trait> traits(RenameAttribute statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(RenameAttribute statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TableDef relation = definition.relation(RangeVar.of(statement.type()), LockMode.ACCESS_EXCLUSIVE);
        if (relation.kind() != 'c') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a composite type".formatted(relation.name()));
        }
        new Ownership(definition).require(relation);
        TypeDef type = definition.view().type(relation.rowType());
        List<TableDef> tables = new TypedTables(definition).of(type, statement.cascade());
        rename(relation, statement, definition);
        tables.forEach(table -> rename(table, statement, definition));
        return "ALTER TYPE";
    }

    private static void rename(TableDef relation, RenameAttribute statement, Definition definition) {
        ColumnDef attribute = relation.column(statement.attribute());
        if (attribute == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN, "column \"%s\" does not exist".formatted(statement.attribute()));
        }
        new Columns(definition.writer())
                .rename(relation.oid(), relation.name(), attribute.number(), statement.newName());
    }
}
