package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.executor.definition.family.KeyColumns;
import io.pglitedb.planner.ast.AlterTableStatement.DropColumn;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// DROP COLUMN, of a table and of those that have it from there alone. Source: PostgreSQL's ATExecDropColumn.
final class DroppedColumns {
    private final Definition definition;
    private final List<ObjectAddress> dropped = new ArrayList<>();

    DroppedColumns(Definition definition) {
        this.definition = definition;
    }

    void drop(TableDef table, ColumnDef column, DropColumn drop, boolean only) {
        if (table.ofType() != 0) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot drop column from typed table");
        }
        if (column.parentCount() > 0) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION, "cannot drop inherited column \"%s\"".formatted(column.name()));
        }
        collect(table, column, only);
        new Drop(definition.writer(), definition.view(), definition.session()::report).run(dropped, drop.cascade());
    }

    private void collect(TableDef table, ColumnDef column, boolean only) {
        if (KeyColumns.of(table, definition).contains(column.number())) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "cannot drop column \"%s\" because it is part of the partition key of relation \"%s\""
                            .formatted(column.name(), table.name()));
        }
        List<TableDef> children = new Descendants(definition, LockMode.ACCESS_EXCLUSIVE).children(table.oid());
        if (only && table.kind() == 'p' && !children.isEmpty()) {
            throw new PgException(
                            SqlState.INVALID_TABLE_DEFINITION,
                            "cannot drop column from only the partitioned table when partitions exist")
                    .hint("Do not specify the ONLY keyword.");
        }
        Columns columns = new Columns(definition.writer());
        for (TableDef child : children) {
            ColumnDef inherited = child.column(column.name());
            if (only) {
                columns.update(
                        child.oid(),
                        inherited.number(),
                        Map.of("attinhcount", inherited.parentCount() - 1, "attislocal", true));
            } else if (inherited.parentCount() == 1 && !inherited.local()) {
                collect(child, inherited, false);
            } else {
                columns.update(child.oid(), inherited.number(), Map.of("attinhcount", inherited.parentCount() - 1));
            }
        }
        dropped.add(ObjectAddress.column(table.oid(), column.number()));
    }
}
