package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.executor.row.expression.CompositeShape;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRecord;
import java.util.List;

/// Whether the rows of a function returning record are those that the query says it returns (42804).
final class ReturnedRowCheck {
    private final List<PlanColumn> expected;
    private final CatalogView catalog;
    /// Types of the row checked last: rows of one call share them.
    private List<SqlType> known;

    ReturnedRowCheck(List<PlanColumn> expected, CatalogView catalog) {
        this.expected = expected;
        this.catalog = catalog;
    }

    void check(PgRecord row) {
        if (row.types() == known) {
            return;
        }
        int count = row.types().size();
        if (count != expected.size()) {
            throw mismatch("Returned row contains %d attribute%s, but query expects %d."
                    .formatted(count, count == 1 ? "" : "s", expected.size()));
        }
        for (int i = 0; i < count; i++) {
            int returned = row.types().get(i).oid();
            int wanted = expected.get(i).type();
            if (returned != wanted && !isBinaryCoercible(returned, wanted)) {
                throw mismatch("Returned type %s at ordinal position %d, but query expects %s."
                        .formatted(catalog.formatType(returned), i + 1, catalog.formatType(wanted)));
            }
        }
        known = row.types();
    }

    /// 42804 when a column of the composite type is no longer what it was when a stored query was made. Columns without
    /// a type (-1, 0) were dropped by then.
    static void requireTypes(CompositeShape shape, List<PlanColumn> expected, CatalogView catalog) {
        for (int column = 0; column < Math.min(shape.fieldOf().length, expected.size()); column++) {
            if (shape.fieldOf()[column] < 0) {
                continue;
            }
            int actual = shape.types().get(shape.fieldOf()[column]).oid();
            int wanted = expected.get(column).type();
            if (wanted > 0 && actual != wanted) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "attribute %d of type record has wrong type".formatted(column + 1))
                        .detail("Table has type %s, but query expects %s."
                                .formatted(catalog.formatType(actual), catalog.formatType(wanted)));
            }
        }
    }

    private boolean isBinaryCoercible(int from, int to) {
        CastDef cast = catalog.cast(from, to);
        return cast != null && cast.method() == 'b' && cast.context() == 'i';
    }

    private static PgException mismatch(String detail) {
        return new PgException(
                        SqlState.DATATYPE_MISMATCH, "function return row and query-specified return row do not match")
                .detail(detail);
    }
}
