package io.pglitedb.planner.optimizer.modify;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.ForeignTables;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.partition.PartitionConstraints;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers what has to hold for the rows of a table that is changed.
public final class ModifyTargets {
    private final CatalogView catalog;
    private final SessionContext session;
    private final TableExpressions expressions;

    public ModifyTargets(CatalogView catalog, SessionContext session) {
        this.catalog = catalog;
        this.session = session;
        this.expressions = new TableExpressions(session);
    }

    /// @param scan of a table that can be changed
    public ModifyTarget of(ScanTable scan) {
        TableDef table = scan.table();
        List<ConstraintDef> constraints = catalog.constraints(table.oid());
        return new ModifyTarget(
                scan,
                indexes(table, constraints),
                checks(constraints),
                generated(table),
                List.of(),
                partitionConstraint(table),
                constraints.stream()
                        .filter(constraint -> constraint.kind() == 'f')
                        .toList(),
                catalog.referencingConstraints(table.oid()));
    }

    /// 42809 for a relation whose rows cannot be changed.
    public static void requireChangeable(TableDef table, CatalogView catalog) {
        switch (table.kind()) {
            case 'r', 'p' -> {}
            case 'm' -> throw wrongKind("cannot change materialized view \"%s\"", table);
            case 'S' -> throw wrongKind("cannot change sequence \"%s\"", table);
            case 't' -> throw wrongKind("cannot change TOAST relation \"%s\"", table);
            case 'f' -> throw ForeignTables.refused(table, catalog);
            default -> throw wrongKind("cannot change relation \"%s\"", table);
        }
    }

    private static PgException wrongKind(String message, TableDef table) {
        return new PgException(SqlState.WRONG_OBJECT_TYPE, message.formatted(table.name()));
    }

    private List<ModifyTarget.IndexTarget> indexes(TableDef table, List<ConstraintDef> constraints) {
        List<ModifyTarget.IndexTarget> targets = new ArrayList<>();
        for (IndexDef index : catalog.indexes(table.oid())) {
            if (index.storage() == 0 && !index.exclusion() && table.kind() != 'p') {
                continue;
            }
            List<Expr> keys = expressions.indexKeys(index, table).stream()
                    .map(key -> TableExpressions.overRow(key, 0))
                    .toList();
            Expr predicate = expressions.indexPredicate(index);
            targets.add(new ModifyTarget.IndexTarget(
                    index,
                    keys,
                    predicate == null ? null : TableExpressions.overRow(predicate, 0),
                    enforced(index, constraints)));
        }
        return targets;
    }

    private static ConstraintDef enforced(IndexDef index, List<ConstraintDef> constraints) {
        for (ConstraintDef constraint : constraints) {
            if (constraint.index() == index.oid() && "pux".indexOf(constraint.kind()) >= 0) {
                return constraint;
            }
        }
        return null;
    }

    private List<ModifyTarget.Check> checks(List<ConstraintDef> constraints) {
        List<ModifyTarget.Check> checks = new ArrayList<>();
        for (ConstraintDef constraint : constraints) {
            if (constraint.kind() == 'c') {
                Expr expression = expressions.read(constraint.expression().orElseThrow());
                checks.add(new ModifyTarget.Check(constraint.name(), TableExpressions.overRow(expression, 0)));
            }
        }
        checks.sort(Comparator.comparing(ModifyTarget.Check::name));
        return checks;
    }

    /// Null for none.
    private Expr partitionConstraint(TableDef table) {
        Expr condition =
                table.traits().partition() ? Conjuncts.and(new PartitionConstraints(catalog, session).of(table)) : null;
        return condition == null ? null : TableExpressions.overRow(condition, 0);
    }

    private List<ModifyTarget.Generated> generated(TableDef table) {
        List<ModifyTarget.Generated> list = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            if (!column.dropped() && column.generated() == 's') {
                Expr expression = expressions.read(column.defaultExpression().orElseThrow());
                list.add(new ModifyTarget.Generated(column.number(), TableExpressions.overRow(expression, 0)));
            }
        }
        return list;
    }
}
