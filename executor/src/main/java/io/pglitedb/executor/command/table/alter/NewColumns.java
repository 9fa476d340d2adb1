package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.ColumnSpec;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.NotNullCheck;
import io.pglitedb.executor.definition.OwnedSequences;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.executor.definition.TableRewrite;
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// ADD COLUMN, to a table and to those that inherit from it. Source: PostgreSQL's ATExecAddColumn.
final class NewColumns {
    private final Definition definition;
    private final CatalogView view;
    private final Columns columns;

    NewColumns(Definition definition) {
        this.definition = definition;
        this.view = definition.view();
        this.columns = new Columns(definition.writer());
    }

    void add(int table, AlterTableStatement.AddColumn add, boolean only) {
        TableDef before = definition.view().table(table);
        requirePlace(before);
        String name = add.column().name();
        if (add.ifNotExists() && before.column(name) != null) {
            definition.noticeSkipped(
                    SqlState.DUPLICATE_COLUMN,
                    "column \"%s\" of relation \"%s\" already exists, skipping".formatted(name, before.name()));
            return;
        }
        ColumnSpec spec = ColumnElements.read(definition, before.name(), add.column());
        List<TableDef> children = new Descendants(definition, LockMode.ACCESS_EXCLUSIVE).children(table);
        if (!children.isEmpty() && spec.identity().isPresent()) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "cannot recursively add identity column to table that has child tables");
        }
        if (!children.isEmpty() && only) {
            throw new PgException(SqlState.INVALID_TABLE_DEFINITION, "column must be added to child tables too");
        }
        addTo(before, spec);
        children.forEach(child -> addToChild(child, spec));
        ConstraintChanges constraints = new ConstraintChanges(definition, table, only);
        spec.keys().forEach(constraints::add);
    }

    private static void requirePlace(TableDef table) {
        if (table.kind() != 'r' && table.kind() != 'p' && table.kind() != 'f') {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "ALTER action ADD COLUMN cannot be performed on relation \"%s\"".formatted(table.name()))
                    .detail(RelationKinds.notSupported(table.kind()));
        }
        if (table.traits().partition()) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot add column to a partition");
        }
        if (table.ofType() != 0) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot add column to typed table");
        }
    }

    private void addToChild(TableDef child, ColumnSpec spec) {
        ColumnDef existing = child.column(spec.name());
        if (existing != null) {
            merge(child, existing, spec.column());
            return;
        }
        NewColumn own = spec.column();
        ColumnSpec inherited = spec.withColumn(new NewColumn(
                own.name(),
                own.type(),
                own.typmod(),
                own.dimensions(),
                own.collation(),
                own.notNull(),
                own.identity(),
                own.generated(),
                false,
                1,
                own.storage(),
                own.compression()));
        addTo(child, inherited);
        new Descendants(definition, LockMode.ACCESS_EXCLUSIVE)
                .children(child.oid())
                .forEach(below -> addToChild(below, spec));
    }

    private void merge(TableDef child, ColumnDef existing, NewColumn wanted) {
        if (existing.type() != wanted.type() || existing.typmod() != wanted.typmod()) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "child table \"%s\" has different type for column \"%s\"".formatted(child.name(), existing.name()));
        }
        if (existing.collation() != wanted.collation()) {
            throw new PgException(
                            SqlState.COLLATION_MISMATCH,
                            "child table \"%s\" has different collation for column \"%s\""
                                    .formatted(child.name(), existing.name()))
                    .detail("\"%s\" versus \"%s\""
                            .formatted(
                                    view.collation(existing.collation()).name(),
                                    view.collation(wanted.collation()).name()));
        }
        columns.update(child.oid(), existing.number(), Map.of("attinhcount", existing.parentCount() + 1));
        definition.notice(
                "merging definition of column \"%s\" for child \"%s\"".formatted(existing.name(), child.name()));
    }

    private void addTo(TableDef before, ColumnSpec spec) {
        int table = before.oid();
        TableRewrite rewrite = new TableRewrite(definition, table);
        int number = columns.add(table, before.name(), spec.column());
        spec.value()
                .ifPresent(raw -> columns.setDefault(
                        table,
                        number,
                        definition.columnDefault(definition.view().table(table), number, raw)));
        spec.generated()
                .ifPresent(raw -> columns.setDefault(
                        table, number, definition.generated(definition.view().table(table), number, raw)));
        if (spec.serial()) {
            new OwnedSequences(definition).serial(table, number);
        }
        spec.identity()
                .ifPresent(identity -> new OwnedSequences(definition).identity(table, number, identity.options()));
        rewrite.fillAdded(number);
        if (spec.column().notNull()) {
            new NotNullCheck(definition).require(definition.view().table(table), number);
        }
    }
}
