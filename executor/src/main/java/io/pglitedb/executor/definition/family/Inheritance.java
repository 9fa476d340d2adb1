package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes tables that exist inherit from each other, and ends it. Source: PostgreSQL's CreateInheritance and
/// RemoveInheritance.
public final class Inheritance {
    private final Definition definition;
    private final CatalogView view;
    private final Columns columns;
    private final Constraints constraints;

    public Inheritance(Definition definition) {
        this.definition = definition;
        this.view = definition.view();
        this.columns = new Columns(definition.writer());
        this.constraints = new Constraints(definition.writer());
    }

    /// ALTER TABLE … INHERIT.
    public void inherit(TableDef child, TableDef parent) {
        if (child.ofType() != 0) {
            throw wrongKind("cannot change inheritance of typed table");
        }
        if (child.traits().partition()) {
            throw wrongKind("cannot change inheritance of a partition");
        }
        if (child.kind() == 'p') {
            throw wrongKind("cannot change inheritance of partitioned table");
        }
        if (parent.persistence() == 't' && child.persistence() != 't') {
            throw wrongKind("cannot inherit from temporary relation \"%s\"".formatted(parent.name()));
        }
        if (parent.kind() == 'p') {
            throw wrongKind("cannot inherit from partitioned table \"%s\"".formatted(parent.name()));
        }
        if (parent.traits().partition()) {
            throw wrongKind("cannot inherit from a partition");
        }
        requireNoCircle(child, parent);
        join(child, parent, false);
        new Relations(definition.writer()).inherit(child.oid(), parent.oid(), false);
    }

    static PgException wrongKind(String message) {
        return new PgException(SqlState.WRONG_OBJECT_TYPE, message);
    }

    void requireNoCircle(TableDef child, TableDef parent) {
        boolean circle = child.oid() == parent.oid()
                || new Descendants(definition, LockMode.ACCESS_SHARE)
                        .all(child.oid()).stream().anyMatch(below -> below.oid() == parent.oid());
        if (circle) {
            throw new PgException(SqlState.DUPLICATE_TABLE, "circular inheritance not allowed")
                    .detail("\"%s\" is already a child of \"%s\".".formatted(parent.name(), child.name()));
        }
    }

    /// Counts one parent more for columns and constraints, which the child has to have; 42804 when it has not.
    void join(TableDef child, TableDef parent, boolean partition) {
        if (view.parents(child.oid()).contains(parent.oid())) {
            throw new PgException(
                    SqlState.DUPLICATE_TABLE,
                    "relation \"%s\" would be inherited from more than once".formatted(parent.name()));
        }
        for (ColumnDef column : parent.columns()) {
            if (!column.dropped()) {
                joinColumn(child, parent, column, partition);
            }
        }
        for (ConstraintDef check : view.constraints(parent.oid())) {
            if (check.kind() == 'c' && !check.noInherit()) {
                joinCheck(child, parent, check, partition);
            }
        }
    }

    private static PgException mismatch(String message, Object... names) {
        return new PgException(SqlState.DATATYPE_MISMATCH, message.formatted(names));
    }

    private void joinColumn(TableDef child, TableDef parent, ColumnDef column, boolean partition) {
        ColumnDef own = child.column(column.name());
        if (own == null) {
            throw mismatch("child table is missing column \"%s\"", column.name());
        }
        if (own.type() != column.type() || own.typmod() != column.typmod()) {
            throw mismatch("child table \"%s\" has different type for column \"%s\"", child.name(), column.name());
        }
        if (own.collation() != column.collation()) {
            throw new PgException(
                    SqlState.COLLATION_MISMATCH,
                    "child table \"%s\" has different collation for column \"%s\""
                            .formatted(child.name(), column.name()));
        }
        if (column.notNull() && !own.notNull()) {
            throw mismatch("column \"%s\" in child table must be marked NOT NULL", column.name());
        }
        if (column.generated() != own.generated()) {
            throw mismatch(
                    column.generated() != ' '
                            ? "column \"%s\" in child table must be a generated column"
                            : "column \"%s\" in child table must not be a generated column",
                    column.name());
        }
        if (column.generated() != ' ' && !sameGeneration(child, parent, own, column)) {
            throw mismatch("column \"%s\" in child table has a conflicting generation expression", column.name());
        }
        Map<String, Object> changes = new LinkedHashMap<>(Map.of("attinhcount", own.parentCount() + 1));
        if (partition) {
            changes.put("attislocal", false);
        }
        columns.update(child.oid(), own.number(), changes);
    }

    private boolean sameGeneration(TableDef child, TableDef parent, ColumnDef own, ColumnDef column) {
        var expression = NodeTree.readExpression(column.defaultExpression().orElseThrow(), definition.session());
        return NodeTree.write(TableExpressions.translated(expression, parent, child), definition.session())
                .equals(own.defaultExpression().orElseThrow());
    }

    private void joinCheck(TableDef child, TableDef parent, ConstraintDef check, boolean partition) {
        ConstraintDef own = view.constraints(child.oid()).stream()
                .filter(other -> other.kind() == 'c' && other.name().equals(check.name()))
                .findFirst()
                .orElseThrow(() -> mismatch("child table is missing constraint \"%s\"", check.name()));
        String wanted =
                NodeTree.write(InheritedChecks.translated(definition, check, parent, child), definition.session());
        if (!wanted.equals(own.expression().orElseThrow())) {
            throw mismatch(
                    "child table \"%s\" has different definition for check constraint \"%s\"",
                    child.name(), check.name());
        }
        if (own.noInherit()) {
            throw conflict(
                    "constraint \"%s\" conflicts with non-inherited constraint on child table \"%s\"", check, child);
        }
        if (check.validated() && !own.validated()) {
            throw conflict("constraint \"%s\" conflicts with NOT VALID constraint on child table \"%s\"", check, child);
        }
        Map<String, Object> changes = new LinkedHashMap<>(Map.of("coninhcount", own.parentCount() + 1));
        if (partition) {
            changes.put("conislocal", false);
        }
        constraints.update(own.oid(), changes);
    }

    private static PgException conflict(String message, ConstraintDef check, TableDef child) {
        return new PgException(
                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message.formatted(check.name(), child.name()));
    }

    /// ALTER TABLE … NO INHERIT.
    public void disinherit(TableDef child, TableDef parent) {
        if (child.traits().partition()) {
            throw wrongKind("cannot change inheritance of a partition");
        }
        if (!view.parents(child.oid()).contains(parent.oid())) {
            throw new PgException(
                    SqlState.UNDEFINED_TABLE,
                    "relation \"%s\" is not a parent of relation \"%s\"".formatted(parent.name(), child.name()));
        }
        new Relations(definition.writer()).disinherit(child.oid(), parent.oid(), false);
        part(child, parent);
    }

    /// Counts one parent less for columns and checks; what has none any more is the table's own.
    void part(TableDef child, TableDef parent) {
        for (ColumnDef column : parent.columns()) {
            ColumnDef own = column.dropped() ? null : child.column(column.name());
            if (own != null && own.parentCount() > 0) {
                boolean last = own.parentCount() == 1;
                columns.update(
                        child.oid(),
                        own.number(),
                        Map.of("attinhcount", own.parentCount() - 1, "attislocal", last || own.local()));
            }
        }
        for (ConstraintDef check : view.constraints(parent.oid())) {
            for (ConstraintDef own : definition.view().constraints(child.oid())) {
                boolean same = check.kind() == 'c'
                        && own.kind() == 'c'
                        && own.name().equals(check.name())
                        && own.parentCount() > 0;
                if (same) {
                    boolean last = own.parentCount() == 1;
                    constraints.update(
                            own.oid(), Map.of("coninhcount", own.parentCount() - 1, "conislocal", last || own.local()));
                }
            }
        }
    }
}
