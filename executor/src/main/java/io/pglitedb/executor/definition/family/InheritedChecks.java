package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// CHECK constraints that a new table inherits. Source: PostgreSQL's MergeCheckConstraint.
public final class InheritedChecks {
    private final Definition definition;

    public InheritedChecks(Definition definition) {
        this.definition = definition;
    }

    private record Inherited(NewConstraint constraint, String tree, int parents) {}

    /// @param table with its columns
    public void add(TableDef table, List<TableDef> parents) {
        Map<String, Inherited> merged = new LinkedHashMap<>();
        for (TableDef parent : parents) {
            for (ConstraintDef check : definition.view().constraints(parent.oid())) {
                if (check.kind() == 'c' && !check.noInherit()) {
                    merge(check, parent, table, merged);
                }
            }
        }
        Constraints constraints = new Constraints(definition.writer());
        for (Inherited inherited : merged.values()) {
            int oid = constraints.create(inherited.constraint);
            if (inherited.parents > 1) {
                constraints.update(oid, Map.of("coninhcount", inherited.parents));
            }
        }
    }

    private void merge(ConstraintDef check, TableDef parent, TableDef table, Map<String, Inherited> merged) {
        Expr condition = translated(definition, check, parent, table);
        String tree = NodeTree.write(condition, definition.session());
        Inherited before = merged.get(check.name());
        if (before != null && !before.tree.equals(tree)) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "check constraint name \"%s\" appears multiple times but with different expressions"
                            .formatted(check.name()));
        }
        merged.put(
                check.name(),
                new Inherited(
                        inherited(definition, check.name(), condition, table, check.validated()),
                        tree,
                        before == null ? 1 : before.parents + 1));
    }

    /// A constraint that a table has from one parent.
    static NewConstraint inherited(
            Definition definition, String name, Expr condition, TableDef table, boolean validated) {
        return NewConstraint.check(
                name,
                table.namespace(),
                table.oid(),
                new ArrayList<>(TableExpressions.columnsOf(condition)),
                ExpressionReferences.of(condition, table.oid(), definition.session()),
                validated,
                false,
                false,
                1);
    }

    /// The condition over the columns of another table.
    static Expr translated(Definition definition, ConstraintDef check, TableDef from, TableDef to) {
        Expr condition = NodeTree.readExpression(check.expression().orElseThrow(), definition.session());
        if (TableExpressions.readsWholeRow(condition)) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot convert whole-row table reference")
                    .detail("Constraint \"%s\" contains a whole-row reference to table \"%s\"."
                            .formatted(check.name(), from.name()));
        }
        return TableExpressions.translated(condition, from, to);
    }
}
