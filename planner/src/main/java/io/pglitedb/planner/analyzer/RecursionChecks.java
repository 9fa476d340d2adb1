package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Whether a query that refers to itself does so where that means something. Source: PostgreSQL's
/// checkWellFormedRecursion.
final class RecursionChecks {
    /// Where the walk is; `forbids` ends "must not appear within …".
    private enum Place {
        ALLOWED(null),
        NON_RECURSIVE_TERM("its non-recursive term"),
        SUBQUERY("a subquery"),
        OUTER_JOIN("an outer join"),
        INTERSECT("INTERSECT"),
        EXCEPT("EXCEPT");

        private final String forbids;

        Place(String forbids) {
            this.forbids = forbids;
        }
    }

    private final WithClause.CommonTable table;
    private final WithDependencies.InnerNames inner = new WithDependencies.InnerNames();
    private Place place = Place.ALLOWED;
    private int references;

    private RecursionChecks(WithClause.CommonTable table) {
        this.table = table;
    }

    static void check(WithClause.CommonTable table) {
        new RecursionChecks(table).check();
    }

    private void check() {
        if (!(table.query() instanceof SelectStmt select)) {
            throw invalid("recursive query \"%s\" must not contain data-modifying statements", table.location());
        }
        if (!(select.body() instanceof SelectStmt.SetOperation union)
                || union.operation() != SelectStmt.Operation.UNION) {
            throw invalid(
                    "recursive query \"%s\" does not have the form non-recursive-term UNION [ALL] recursive-term",
                    table.location());
        }
        within(Place.NON_RECURSIVE_TERM, union.left());
        references = 0;
        within(Place.ALLOWED, union.right());
        if (select.with() != null) {
            select.with().tables().forEach(inside -> within(Place.SUBQUERY, (Record) inside.query()));
        }
        forbid(
                !select.orderBy().isEmpty(),
                "ORDER BY",
                () -> select.orderBy().getFirst().expression().location());
        forbid(
                select.limitOffset() != null,
                "OFFSET",
                () -> select.limitOffset().location());
        forbid(select.limitCount() != null, "LIMIT", () -> select.limitCount().location());
        forbid(!select.locking().isEmpty(), "FOR UPDATE/SHARE", () -> -1);
    }

    private static void forbid(boolean written, String what, java.util.function.IntSupplier location) {
        if (written) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, what + " in a recursive query is not implemented")
                    .at(location.getAsInt() + 1);
        }
    }

    private PgException invalid(String message, int location) {
        return new PgException(SqlState.INVALID_RECURSION, message.formatted(table.name())).at(location + 1);
    }

    private void within(Place inside, Record node) {
        Place before = place;
        place = inside;
        walk(node);
        place = before;
    }

    private void walk(Record node) {
        switch (node) {
            case RangeVar reference -> reference(reference);
            case SelectStmt select -> inner.walk(select, this::walk, () -> select(select));
            case FromItem.Join join -> join(join);
            case AstExpr.SubLink link -> {
                within(Place.SUBQUERY, link.query());
                if (link.testExpression() != null) {
                    walk((Record) link.testExpression());
                }
            }
            default -> inner.walk(node, this::walk);
        }
    }

    private void reference(RangeVar reference) {
        if (reference.schema() != null
                || !reference.relation().equals(table.name())
                || inner.contains(reference.relation())) {
            return;
        }
        if (place != Place.ALLOWED) {
            throw invalid(
                    "recursive reference to query \"%s\" must not appear within " + place.forbids,
                    reference.location());
        }
        if (++references > 1) {
            throw invalid("recursive reference to query \"%s\" must not appear more than once", reference.location());
        }
    }

    private void select(SelectStmt select) {
        if (place != Place.ALLOWED
                || !(select.body() instanceof SelectStmt.SetOperation operation)
                || operation.operation() == SelectStmt.Operation.UNION) {
            WithDependencies.InnerNames.children(select, this::walk);
            return;
        }
        boolean except = operation.operation() == SelectStmt.Operation.EXCEPT;
        Place all = except ? Place.EXCEPT : Place.INTERSECT;
        within(operation.all() ? all : place, operation.left());
        within(operation.all() || except ? all : place, operation.right());
        select.orderBy().forEach(this::walk);
        if (select.limitOffset() != null) {
            walk((Record) select.limitOffset());
        }
        if (select.limitCount() != null) {
            walk((Record) select.limitCount());
        }
        select.locking().forEach(this::walk);
    }

    private void join(FromItem.Join join) {
        boolean nullableLeft = join.kind() == FromItem.JoinKind.RIGHT || join.kind() == FromItem.JoinKind.FULL;
        boolean nullableRight = join.kind() == FromItem.JoinKind.LEFT || join.kind() == FromItem.JoinKind.FULL;
        within(side(nullableLeft), (Record) join.left());
        within(side(nullableRight), (Record) join.right());
        if (join.on() != null) {
            walk((Record) join.on());
        }
    }

    private Place side(boolean nullable) {
        return nullable && place == Place.ALLOWED ? Place.OUTER_JOIN : place;
    }
}
