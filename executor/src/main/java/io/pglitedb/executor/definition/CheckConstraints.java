package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.BooleanTestKind;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Adds CHECK constraints. Source: PostgreSQL's AddRelationNewConstraints.
public final class CheckConstraints {
    private final Definition definition;

    public CheckConstraints(Definition definition) {
        this.definition = definition;
    }

    /// OID of the constraint.
    ///
    /// @param validated false for NOT VALID
    public int add(int tableOid, Constraint.Check raw, boolean validated) {
        TableDef table = definition.view().table(tableOid);
        Expr condition = StoredExpressions.check(definition, table, raw.expression());
        List<Integer> columns = columns(condition);
        String name = raw.name() != null ? raw.name() : chooseName(table, columns);
        return new Constraints(definition.writer())
                .create(NewConstraint.check(
                        name,
                        table.namespace(),
                        tableOid,
                        columns,
                        ExpressionReferences.of(condition, tableOid, definition.session()),
                        validated,
                        raw.noInherit(),
                        true,
                        0));
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

    /// Numbers of the columns that it reads, ascending.
    private static List<Integer> columns(Expr condition) {
        TreeSet<Integer> numbers = new TreeSet<>();
        collect(condition, numbers);
        return new ArrayList<>(numbers);
    }

    private static void collect(Expr expression, TreeSet<Integer> numbers) {
        if (expression instanceof Expr.Var variable && variable.attribute() > 0) {
            numbers.add(variable.attribute());
        }
        expression.children().forEach(child -> collect(child, numbers));
    }
}
