package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// ON CONFLICT. Source: PostgreSQL's transformOnConflictClause and transformOnConflictArbiter.
final class OnConflictAnalyzer {
    private static final int PG_CATALOG = 11;

    private final ParseState state;
    private final TargetTable target;

    private OnConflictAnalyzer(ParseState state, TargetTable target) {
        this.state = state;
        this.target = target;
    }

    /// The namespace is that of RETURNING: the target table alone.
    static OnConflict analyze(ParseState state, TargetTable target, InsertStmt.OnConflict raw) {
        return raw == null ? null : new OnConflictAnalyzer(state, target).analyze(raw);
    }

    private OnConflict analyze(InsertStmt.OnConflict raw) {
        // Entered before the arbiter is read, which may not name it but gets a better error for trying.
        NamespaceItem excluded = raw.update() ? excluded() : null;
        checkArbiter(raw);
        List<OnConflict.InferenceElement> elements = new ArrayList<>();
        Expr arbiterWhere = null;
        int constraint = 0;
        if (raw.infer() != null) {
            raw.infer().elements().forEach(element -> elements.add(element(element, raw.infer())));
            if (raw.infer().where() != null) {
                arbiterWhere = ExpressionAnalyzer.analyze(state, raw.infer().where(), ExprKind.INDEX_PREDICATE);
            }
            if (raw.infer().constraint() != null) {
                constraint = constraint(raw.infer().constraint());
            }
        }
        if (excluded == null) {
            return new OnConflict(false, elements, arbiterWhere, constraint, List.of(), null, 0, List.of());
        }
        state.namespace.add(excluded);
        List<TargetEntry> set = target.assignments(state, raw.set());
        Expr where = SelectAnalyzer.condition(state, raw.where(), ExprKind.WHERE, "WHERE");
        state.namespace.remove(excluded);
        return new OnConflict(
                true,
                elements,
                arbiterWhere,
                constraint,
                set,
                where,
                excluded.index(),
                excluded.entry().columns());
    }

    private NamespaceItem excluded() {
        RangeTableEntry entry = new RangeTableEntry.Relation(
                "excluded",
                true,
                target.item().entry().columns(),
                target.table().oid(),
                false,
                null);
        return state.add(entry).withoutSystemColumns();
    }

    private void checkArbiter(InsertStmt.OnConflict raw) {
        if (raw.update() && raw.infer() == null) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "ON CONFLICT DO UPDATE requires inference specification or constraint name")
                    .hint("For example, ON CONFLICT (column_name).")
                    .at(raw.location() + 1);
        }
        if (target.table().namespace() == PG_CATALOG) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED, "ON CONFLICT is not supported with system catalog tables")
                    .at(raw.location() + 1);
        }
    }

    private OnConflict.InferenceElement element(IndexElement raw, InsertStmt.InferClause infer) {
        if (raw.direction() != SortBy.Direction.DEFAULT) {
            throw notAllowed("ASC/DESC", infer);
        }
        if (raw.nulls() != SortBy.Nulls.DEFAULT) {
            throw notAllowed("NULLS FIRST/LAST", infer);
        }
        AstExpr expression = raw.expression() != null
                ? raw.expression()
                : new AstExpr.ColumnRef(List.of(raw.column()), false, infer.location());
        Expr value = ExpressionAnalyzer.analyze(state, expression, ExprKind.INDEX_EXPRESSION);
        int collation = raw.collation().isEmpty() ? 0 : Collations.find(state, raw.collation(), value.location());
        int operatorClass = raw.operatorClass().isEmpty()
                ? 0
                : OperatorClasses.find(state, OperatorClasses.BTREE, "btree", raw.operatorClass());
        return new OnConflict.InferenceElement(value, collation, operatorClass);
    }

    private static PgException notAllowed(String what, InsertStmt.InferClause infer) {
        return new PgException(SqlState.INVALID_COLUMN_REFERENCE, what + " is not allowed in ON CONFLICT clause")
                .at(infer.location() + 1);
    }

    private int constraint(String name) {
        for (ConstraintDef constraint :
                state.catalog().constraints(target.table().oid())) {
            if (constraint.name().equals(name)) {
                return constraint.oid();
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_OBJECT,
                "constraint \"%s\" for table \"%s\" does not exist"
                        .formatted(name, target.table().name()));
    }
}
