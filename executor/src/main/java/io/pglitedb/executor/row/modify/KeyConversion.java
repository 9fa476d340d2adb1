package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.executor.row.expression.BaseTypes;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// Brings a value of a foreign key's one side into the type of the other, so that it can be looked up in an
/// index.
interface KeyConversion {
    /// A value that the other type does not have.
    Object IMPOSSIBLE = new Object();

    /// @param value not null
    /// @return `IMPOSSIBLE` when no value of the other type is equal
    Object apply(Object value);

    Set<Integer> INTEGERS = Set.of(Oids.INT2, Oids.INT4, Oids.INT8);

    /// Null when there is no way that keeps equality.
    static KeyConversion find(int from, int to, FunctionBinder binder) {
        int source = BaseTypes.of(binder.catalog(), from);
        int target = BaseTypes.of(binder.catalog(), to);
        if (source == target) {
            return value -> value;
        }
        if (INTEGERS.contains(source) && INTEGERS.contains(target)) {
            return value -> integer(((Number) value).longValue(), target);
        }
        CastDef cast = binder.catalog().cast(source, target);
        if (cast == null || cast.context() != 'i') {
            return null;
        }
        if (cast.method() == 'b') {
            return value -> value;
        }
        if (cast.function() == 0) {
            return null;
        }
        BoundFunction function =
                binder.bind(cast.function(), new SqlType[] {SqlType.of(source)}, SqlType.of(target), 0);
        return function.arity() == 1 ? function::call : null;
    }

    static KeyConversion require(int from, int to, FunctionBinder binder) {
        KeyConversion found = find(from, to, binder);
        if (found == null) {
            throw PgException.notSupported("a foreign key from type %s to type %s"
                    .formatted(
                            binder.catalog().formatType(from), binder.catalog().formatType(to)));
        }
        return found;
    }

    /// The value as a column holds it, as an assignment would put it there.
    static Object assign(Object value, int from, ColumnDef column, FunctionBinder binder) {
        Object converted = assignment(from, column.type(), binder).apply(value);
        if (converted == IMPOSSIBLE) {
            throw new PgException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE, binder.catalog().formatType(column.type()) + " out of range");
        }
        return converted;
    }

    private static KeyConversion assignment(int from, int to, FunctionBinder binder) {
        KeyConversion found = find(from, to, binder);
        CastDef cast = binder.catalog().cast(from, to);
        if (found != null || cast == null || cast.function() == 0) {
            return found == null ? require(from, to, binder) : found;
        }
        BoundFunction function = binder.bind(cast.function(), new SqlType[] {SqlType.of(from)}, SqlType.of(to), 0);
        return function::call;
    }

    private static Object integer(long value, int type) {
        return switch (type) {
            case Oids.INT2 -> value == (short) value ? (Object) (short) value : IMPOSSIBLE;
            case Oids.INT4 -> value == (int) value ? (Object) (int) value : IMPOSSIBLE;
            default -> (Object) value;
        };
    }
}
