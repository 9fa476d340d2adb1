package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.StoredColumnType;
import io.pglitedb.executor.definition.family.Descendants;
import io.pglitedb.executor.definition.family.KeyColumns;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// ALTER COLUMN … TYPE. Source of the rules: PostgreSQL's ATPrepAlterColumnType and ATExecAlterColumnType.
final class ColumnTypeChange {
    private final Definition definition;

    ColumnTypeChange(Definition definition) {
        this.definition = definition;
    }

    /// @param only whether tables that inherit are left alone
    void run(TableDef table, ColumnDef column, AlterTableStatement.SetColumnType set, boolean only) {
        if (table.ofType() != 0) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot alter column type of typed table");
        }
        if (column.parentCount() > 0) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION, "cannot alter inherited column \"%s\"".formatted(column.name()));
        }
        List<TableDef> descendants = new Descendants(definition, LockMode.ACCESS_EXCLUSIVE).all(table.oid());
        if (only && !descendants.isEmpty()) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "type of inherited column \"%s\" must be changed in child tables too".formatted(column.name()));
        }
        Set<Integer> family = new HashSet<>(Set.of(table.oid()));
        descendants.forEach(descendant -> family.add(descendant.oid()));
        for (TableDef descendant : descendants) {
            ColumnDef inherited = descendant.column(column.name());
            long within = definition.view().parents(descendant.oid()).stream()
                    .filter(family::contains)
                    .count();
            if (inherited.parentCount() > within) {
                throw new PgException(
                        SqlState.INVALID_TABLE_DEFINITION,
                        "cannot alter inherited column \"%s\" of relation \"%s\""
                                .formatted(column.name(), descendant.name()));
            }
        }
        run(table, column, set);
        descendants.forEach(descendant -> run(descendant, descendant.column(column.name()), set));
    }

    private void run(TableDef relation, ColumnDef column, AlterTableStatement.SetColumnType set) {
        if (relation.kind() != 'r' && relation.kind() != 'p') {
            throw PgException.notSupported("ALTER COLUMN … TYPE of this kind of relation");
        }
        if (KeyColumns.of(relation, definition).contains(column.number())) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "cannot alter column \"%s\" because it is part of the partition key of relation \"%s\""
                            .formatted(column.name(), relation.name()));
        }
        SqlType type = definition.usableType(set.type());
        int collation = ColumnElements.collation(definition.view(), set.collation(), type.oid(), set.location());
        requireFree(relation, column);
        Expr conversion = ExpressionScope.forTable(relation, definition.view(), definition.session())
                .columnConversion(set.using(), column, type.oid(), type.typmod());
        new StoredColumnType(definition, relation, column).change(type, collation, conversion);
    }

    /// What depends on the column would have to be made again from its text.
    private void requireFree(TableDef relation, ColumnDef column) {
        for (ConstraintDef constraint : definition.view().constraints(relation.oid())) {
            if (constraint.kind() != 'p'
                    && constraint.kind() != 'u'
                    && constraint.columns().contains(column.number())) {
                throw PgException.notSupported(
                        "changing the type of a column in constraint \"%s\"".formatted(constraint.name()));
            }
        }
        if (!definition.view().referencingConstraints(relation.oid()).isEmpty()) {
            throw PgException.notSupported("changing the type of a column of a referenced table");
        }
        for (IndexDef index : definition.view().indexes(relation.oid())) {
            if (index.expressions().isPresent() || index.predicate().isPresent()) {
                throw PgException.notSupported(
                        "changing the type of a column of a table with index \"%s\"".formatted(index.name()));
            }
        }
        for (ColumnDef other : relation.columns()) {
            if (!other.dropped() && other.generated() != ' ') {
                throw new PgException(SqlState.SYNTAX_ERROR, "cannot alter type of a column used by a generated column")
                        .detail("Column \"%s\" is used by generated column \"%s\"."
                                .formatted(column.name(), other.name()));
            }
        }
        var dependers =
                new Dependencies(definition.writer()).dependers(ObjectAddress.column(relation.oid(), column.number()));
        for (var depender : dependers) {
            if (depender.classOid() == ClassOid.RULE) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED, "cannot alter type of a column used by a view or rule")
                        .detail("%s depends on column \"%s\""
                                .formatted(
                                        new ObjectDescriptions(definition.writer(), definition.view())
                                                .describe(depender),
                                        column.name()));
            }
        }
    }
}
