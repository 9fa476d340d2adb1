package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.Scope;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.plan.ConflictAction;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// ON CONFLICT: finds the arbiter indexes, places DO UPDATE's expressions. Source: PostgreSQL's
/// infer_arbiter_indexes.
public final class ConflictPlanner {
    private final Scope scope;
    private final TableDef table;
    private final ModifyTarget target;
    private final OnConflict conflict;

    public ConflictPlanner(Scope scope, TableDef table, ModifyTarget target) {
        this.scope = scope;
        this.table = table;
        this.target = target;
        this.conflict = scope.query().onConflict();
    }

    public ConflictAction plan() {
        List<Integer> arbiters = arbiters();
        if (!conflict.update()) {
            return new ConflictAction(arbiters, false, List.of(), null);
        }
        int index = scope.query().resultRelation();
        Leaf.Table existing = new Leaf.Table(
                scope.context().newLeaf(), scope.query().rangeTableEntry(index).name(), table, false);
        Leaf.Table proposed = new Leaf.Table(scope.context().newLeaf(), "excluded", table, false);
        scope.define(index, existing);
        scope.define(conflict.excludedIndex(), proposed);
        List<Expr> contents = new ArrayList<>();
        table.columns().forEach(column -> contents.add(existing.variable(column.number())));
        for (int attribute = -1; attribute >= -ModifyTarget.SYSTEM_COLUMNS; attribute--) {
            contents.add(existing.variable(attribute));
        }
        table.columns().forEach(column -> contents.add(proposed.variable(column.number())));
        SlotMap slots = new SlotMap(contents);
        ColumnDefaults defaults =
                new ColumnDefaults(scope.context().catalog(), scope.context().session(), table);
        List<PlanNode.Assignment> assignments = new ArrayList<>();
        if (conflict.set().stream().anyMatch(TargetEntry::junk)) {
            throw PgException.notSupported("ON CONFLICT … SET of several columns from one subquery");
        }
        for (TargetEntry entry : conflict.set()) {
            Expr value = defaults.updated(table.columns().get(entry.number() - 1), entry.expression());
            assignments.add(new PlanNode.Assignment(entry.number(), placed(value, existing, proposed, slots)));
        }
        Expr where = conflict.where() == null ? null : placed(conflict.where(), existing, proposed, slots);
        return new ConflictAction(arbiters, true, assignments, where);
    }

    private Expr placed(Expr expression, Leaf.Table existing, Leaf.Table proposed, SlotMap slots) {
        Expr lowered = scope.lower(expression);
        return slots.place(WholeRows.expand(WholeRows.expand(lowered, existing), proposed));
    }

    private List<Integer> arbiters() {
        CatalogView catalog = scope.context().catalog();
        if (conflict.constraint() != 0) {
            ConstraintDef constraint = catalog.constraint(conflict.constraint());
            if (constraint.index() == 0) {
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE, "constraint in ON CONFLICT clause has no associated index");
            }
            if (constraint.deferrable()) {
                throw new PgException(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                        "ON CONFLICT does not support deferrable unique constraints/exclusion constraints as arbiters");
            }
            if (constraint.kind() == 'x' && conflict.update()) {
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE, "ON CONFLICT DO UPDATE not supported with exclusion constraints");
            }
            return List.of(constraint.index());
        }
        if (conflict.arbiterElements().isEmpty()) {
            return List.of();
        }
        Set<Expr> wanted = new HashSet<>();
        for (OnConflict.InferenceElement element : conflict.arbiterElements()) {
            wanted.add(TableExpressions.overRow(element.expression(), 0));
        }
        List<Expr> where = conflict.arbiterWhere() == null
                ? List.of()
                : Conjuncts.of(TableExpressions.overRow(conflict.arbiterWhere(), 0));
        List<Integer> found = new ArrayList<>();
        for (ModifyTarget.IndexTarget index : target.indexes()) {
            boolean fits = index.index().unique()
                    && index.index().valid()
                    && wanted.equals(new HashSet<>(index.keys()))
                    && where.containsAll(Conjuncts.of(index.predicate()));
            if (fits) {
                found.add(index.index().oid());
            }
        }
        if (found.isEmpty()) {
            throw new PgException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "there is no unique or exclusion constraint matching the ON CONFLICT specification");
        }
        return found;
    }
}
