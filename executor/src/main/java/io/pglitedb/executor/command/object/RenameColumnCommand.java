package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.planner.ast.ObjectStatement.RenameColumn;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// ALTER TABLE … RENAME COLUMN.
final class RenameColumnCommand implements Command<RenameColumn> {
    @Override
    public Class<RenameColumn> statement() {
        return RenameColumn.class;
    }

    @Override
    public String name(RenameColumn statement) {
        return "ALTER " + statement.relationKind().words();
    }

    @Override
    public Set<Trait> traits(RenameColumn statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(RenameColumn statement, CommandCall call) {
        Definition definition = Definition.of(call);
        var name = statement.relation();
        if (statement.ifExists() && MissingRelation.skipped(name, definition)) {
            return name(statement);
        }
        TableDef table = definition.relation(name, LockMode.ACCESS_EXCLUSIVE);
        new Ownership(definition).require(table);
        if (table.ofType() != 0) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot rename column of typed table");
        }
        List<TableDef> below = new Descendants(definition, LockMode.ACCESS_EXCLUSIVE).all(table.oid());
        if (!name.inherit() && !below.isEmpty()) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "inherited column \"%s\" must be renamed in child tables too".formatted(statement.column()));
        }
        Set<Integer> family = new HashSet<>(Set.of(table.oid()));
        below.forEach(each -> family.add(each.oid()));
        rename(table, family, statement, definition);
        below.forEach(each -> rename(each, family, statement, definition));
        return name(statement);
    }

    /// @param family OIDs of the tables whose columns are all renamed
    private static void rename(TableDef table, Set<Integer> family, RenameColumn statement, Definition definition) {
        ColumnDef column = table.column(statement.column());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN, "column \"%s\" does not exist".formatted(statement.column()));
        }
        long within = definition.view().parents(table.oid()).stream()
                .filter(family::contains)
                .count();
        if (column.parentCount() > within) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "cannot rename inherited column \"%s\"".formatted(statement.column()));
        }
        new Columns(definition.writer()).rename(table.oid(), table.name(), column.number(), statement.newName());
    }
}
