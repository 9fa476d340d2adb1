package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.ObjectStatement.RenameColumn;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// ALTER TABLE … RENAME COLUMN.
final class RenameColumnCommand implements Command<RenameColumn> {
    @Override
    public Class<RenameColumn> statement() {
        return RenameColumn.class;
    }

    @Override
    public String name(RenameColumn statement) {
        return "ALTER " + statement.relationKind().name().replace('_', ' ');
    }

    @Override
    public Set<Trait> traits(RenameColumn statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(RenameColumn statement, CommandCall call) {
        Definition definition = Definition.of(call);
        var name = statement.relation();
        if (statement.ifExists() && definition.find(name.schema(), name.relation()) == null) {
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION,
                    "relation \"%s\" does not exist, skipping".formatted(name.relation()));
            return name(statement);
        }
        TableDef table = definition.relation(name, LockMode.ACCESS_EXCLUSIVE);
        new Ownership(definition).require(table);
        ColumnDef column = table.column(statement.column());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN, "column \"%s\" does not exist".formatted(statement.column()));
        }
        if (!definition.view().children(table.oid()).isEmpty()
                || !definition.view().parents(table.oid()).isEmpty()) {
            throw PgException.notSupported("renaming a column of a table that inherits or is inherited from");
        }
        new Columns(definition.writer()).rename(table.oid(), table.name(), column.number(), statement.newName());
        return name(statement);
    }
}
