package io.pglitedb.executor.row.expression;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;

/// CURRENT_DATE, CURRENT_USER and the like: made of PostgreSQL's functions over the transaction's start.
final class SessionValues {
    static final int INT8 = Oids.INT8;
    static final int REGCLASS = Oids.REGCLASS;

    private SessionValues() {}

    static Evaluator compile(Expr.SqlValueFunction value, FunctionBinder binder) {
        return switch (value.kind()) {
            case CURRENT_DATE -> now(binder, "timestamptz_date", null, -1);
            case CURRENT_TIME -> now(binder, "timestamptz_timetz", "timetz_scale", value.typmod());
            case CURRENT_TIMESTAMP -> now(binder, null, "timestamptz_scale", value.typmod());
            case LOCALTIME -> now(binder, "timestamptz_time", "time_scale", value.typmod());
            case LOCALTIMESTAMP -> now(binder, "timestamptz_timestamp", "timestamp_scale", value.typmod());
            case CURRENT_ROLE, CURRENT_USER, USER -> name(binder, "current_user");
            case SESSION_USER -> name(binder, "session_user");
            case CURRENT_CATALOG -> name(binder, "current_database");
            case CURRENT_SCHEMA -> name(binder, "current_schema");
        };
    }

    /// @param conversion from timestamptz, null for none
    /// @param scale rounds to the precision
    private static Evaluator now(FunctionBinder binder, String conversion, String scale, int precision) {
        SqlType instant = SqlType.of(Oids.TIMESTAMPTZ);
        BoundFunction convert = conversion == null ? null : binder.bindBody(conversion, instant, 0, instant);
        BoundFunction round = precision < 0 ? null : binder.bindBody(scale, instant, 0, instant, SqlType.of(Oids.INT4));
        return row -> {
            Object value = binder.session().transactionTimestamp();
            if (convert != null) {
                value = convert.call(value);
            }
            return round == null ? value : round.call(value, precision);
        };
    }

    private static Evaluator name(FunctionBinder binder, String prosrc) {
        BoundFunction function = binder.bindBody(prosrc, SqlType.of(Oids.NAME), 0);
        return row -> function.callAll(new Object[0]);
    }
}
