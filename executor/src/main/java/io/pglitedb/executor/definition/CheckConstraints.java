package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.BooleanTestKind;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Adds CHECK constraints. Source: PostgreSQL's AddRelationNewConstraints.
public final class CheckConstraints {
    private final Definition definition;

    public CheckConstraints(Definition definition) {
        this.definition = definition;
    }

    /// OID of the constraint; 0 when the table has it already and it became one with that.
    ///
    /// @param validated false for NOT VALID
    /// @param inherited whether it comes from a parent
    public int add(int tableOid, Constraint.Check raw, boolean validated, boolean inherited) {
        TableDef table = definition.view().table(tableOid);
        return add(
                table,
                raw.name(),
                StoredExpressions.check(definition, table, raw.expression()),
                raw.noInherit(),
                validated,
                inherited);
    }

    /// Adds a constraint as another table has it; 0 as `add`.
    ///
    /// @param condition over the table's own columns
    public int copy(TableDef table, ConstraintDef source, Expr condition) {
        return add(table, source.name(), condition, source.noInherit(), true, false);
    }

    private int add(
            TableDef table, String wanted, Expr condition, boolean noInherit, boolean validated, boolean inherited) {
        if (table.kind() == 'p' && noInherit) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "cannot add NO INHERIT constraint to partitioned table \"%s\"".formatted(table.name()));
        }
        List<Integer> columns = new ArrayList<>(TableExpressions.columnsOf(condition));
        String name = wanted != null ? wanted : chooseName(table, columns);
        Expression expression = ExpressionReferences.of(condition, table.oid(), definition.session());
        for (ConstraintDef existing : definition.view().constraints(table.oid())) {
            if (existing.name().equals(name)) {
                merge(table, existing, noInherit, validated, inherited, expression);
                return 0;
            }
        }
        return new Constraints(definition.writer())
                .create(NewConstraint.check(
                        name,
                        table.namespace(),
                        table.oid(),
                        columns,
                        expression,
                        validated,
                        noInherit,
                        !inherited,
                        inherited ? 1 : 0));
    }

    /// Source: PostgreSQL's MergeWithExistingConstraint.
    private void merge(
            TableDef table,
            ConstraintDef existing,
            boolean noInherit,
            boolean validated,
            boolean inherited,
            Expression expression) {
        boolean partition = table.traits().partition();
        boolean same =
                existing.kind() == 'c' && existing.expression().orElseThrow().equals(expression.tree());
        if (!same || !inherited && (existing.local() || partition)) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "constraint \"%s\" for relation \"%s\" already exists".formatted(existing.name(), table.name()));
        }
        if (existing.noInherit()) {
            throw conflict(
                    "constraint \"%s\" conflicts with non-inherited constraint on relation \"%s\"", existing, table);
        }
        if (existing.parentCount() > 0 && noInherit) {
            throw conflict("constraint \"%s\" conflicts with inherited constraint on relation \"%s\"", existing, table);
        }
        if (validated && !existing.validated()) {
            throw conflict("constraint \"%s\" conflicts with NOT VALID constraint on relation \"%s\"", existing, table);
        }
        definition.notice("merging constraint \"%s\" with inherited definition".formatted(existing.name()));
        Map<String, Object> changes = partition
                ? Map.of("coninhcount", 1, "conislocal", false)
                : inherited ? Map.of("coninhcount", existing.parentCount() + 1) : Map.of("conislocal", true);
        new Constraints(definition.writer()).update(existing.oid(), changes);
    }

    private static PgException conflict(String message, ConstraintDef existing, TableDef table) {
        return new PgException(SqlState.INVALID_OBJECT_DEFINITION, message.formatted(existing.name(), table.name()));
    }

    /// 23514 when a row that is there violates it.
    public void validate(ConstraintDef constraint) {
        TableDef table = definition.view().table(constraint.table());
        if (table.storage() == 0) {
            return;
        }
        Expr condition = NodeTree.readExpression(constraint.expression().orElseThrow(), definition.session());
        if (TableRows.any(definition, table, new Expr.BooleanTest(condition, BooleanTestKind.IS_FALSE, Origin.NONE))) {
            throw new PgException(
                            SqlState.CHECK_VIOLATION,
                            "check constraint \"%s\" of relation \"%s\" is violated by some row"
                                    .formatted(constraint.name(), table.name()))
                    .table(definition.view().namespaceName(table.namespace()), table.name())
                    .constraint(constraint.name());
        }
    }

    private String chooseName(TableDef table, List<Integer> columns) {
        String column = columns.size() == 1
                ? table.columns().get(columns.getFirst() - 1).name()
                : "";
        return ObjectNames.constraint(definition.view(), table.oid(), table.name(), column, "check");
    }
}
