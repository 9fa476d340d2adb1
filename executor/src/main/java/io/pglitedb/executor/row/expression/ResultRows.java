package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.List;

/// Makes row values of what functions with several result columns give: `Object[]`, one element a column.
final class ResultRows {
    private static final String RESULT_MODES = "obt";

    private final int type;
    private final List<String> names;
    private final List<SqlType> types;

    private ResultRows(int type, List<String> names, List<SqlType> types) {
        this.type = type;
        this.names = names;
        this.types = types;
    }

    /// @param resultType actual type of the call
    static ResultRows of(FunctionDef function, int resultType, CatalogView catalog) {
        CompositeShape shape = CompositeShape.of(catalog, resultType);
        if (shape != null) {
            return new ResultRows(shape.type(), shape.names(), shape.types());
        }
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        for (FunctionDef.Argument argument : function.allArguments()) {
            if (RESULT_MODES.indexOf(argument.mode()) >= 0) {
                names.add(argument.name().isEmpty() ? "column" + (names.size() + 1) : argument.name());
                types.add(SqlType.of(argument.type()));
            }
        }
        return new ResultRows(resultType, List.copyOf(names), List.copyOf(types));
    }

    Object carrier(Object result) {
        return result instanceof Object[] columns ? new PgRecord(type, names, types, columns) : result;
    }
}
