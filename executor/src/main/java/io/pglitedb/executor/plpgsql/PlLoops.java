package io.pglitedb.executor.plpgsql;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.plpgsql.PlInterpreter.Flow;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.planner.plpgsql.PlTarget;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// LOOP, WHILE, FOR and FOREACH.
final class PlLoops {
    private final PlInterpreter interpreter;
    private final Backend session;

    PlLoops(PlInterpreter interpreter, Backend session) {
        this.interpreter = interpreter;
        this.session = session;
    }

    /// One round. Null when the loop goes on, else what its statement ends with.
    private Flow round(List<PlStatement> body, String label, PlFrame frame) {
        Flow flow = interpreter.run(body, frame);
        boolean mine = frame.label == null || frame.label.equals(label);
        if (flow == Flow.ON || flow == Flow.RETURN || !mine) {
            return flow == Flow.ON ? null : flow;
        }
        frame.label = null;
        return flow == Flow.CONTINUE ? null : Flow.ON;
    }

    Flow loop(PlStatement.Loop loop, PlFrame frame) {
        while (true) {
            session.interrupts().check();
            Flow flow = round(loop.body(), loop.label(), frame);
            if (flow != null) {
                return flow;
            }
        }
    }

    Flow loop(PlStatement.While loop, PlFrame frame) {
        while (interpreter.isTrue(loop.condition(), frame)) {
            session.interrupts().check();
            Flow flow = round(loop.body(), loop.label(), frame);
            if (flow != null) {
                return flow;
            }
        }
        return Flow.ON;
    }

    Flow loop(PlStatement.ForInteger loop, PlFrame frame) {
        int lower = bound(interpreter.integer(loop.lower(), frame), "lower bound");
        int upper = bound(interpreter.integer(loop.upper(), frame), "upper bound");
        int step = loop.step() == null ? 1 : bound(interpreter.integer(loop.step(), frame), "BY value");
        if (step <= 0) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "BY value of FOR loop must be greater than zero");
        }
        boolean any = false;
        Flow result = Flow.ON;
        long value = lower;
        while (loop.reverse() ? value >= upper : value <= upper) {
            session.interrupts().check();
            any = true;
            frame.set(loop.variable(), (int) value);
            Flow flow = round(loop.body(), loop.label(), frame);
            if (flow != null) {
                result = flow;
                break;
            }
            value += loop.reverse() ? -step : step;
            if (value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
                break;
            }
        }
        interpreter.found(frame, any);
        return result;
    }

    private static int bound(Integer value, String what) {
        if (value == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "%s of FOR loop cannot be null".formatted(what));
        }
        return value;
    }

    /// Rows one by one. Where the loop may commit, they are all read before.
    private Flow rows(PlSql.Rows rows, PlTarget target, List<PlStatement> body, String label, PlFrame frame) {
        boolean any = false;
        Flow result = Flow.ON;
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            session.interrupts().check();
            any = true;
            interpreter.values().assign(frame, target, rows.names(), rows.types(), row);
            Flow flow = round(body, label, frame);
            if (flow != null) {
                result = flow;
                break;
            }
        }
        if (!any) {
            interpreter.values().assign(frame, target, rows.names(), rows.types(), null);
        }
        interpreter.found(frame, any);
        return result;
    }

    Flow loop(PlStatement.ForQuery loop, PlFrame frame) {
        return interpreter
                .sql()
                .rows(loop.query(), frame, rows -> rows(rows, loop.target(), loop.body(), loop.label(), frame));
    }

    Flow loop(PlStatement.ForExecute loop, PlFrame frame) {
        return interpreter
                .sql()
                .rows(
                        loop.text(),
                        loop.using(),
                        frame,
                        rows -> rows(rows, loop.target(), loop.body(), loop.label(), frame));
    }

    Flow loop(PlStatement.ForCursor loop, PlFrame frame) {
        return interpreter
                .cursors()
                .rows(
                        loop,
                        frame,
                        rows -> rows(rows, new PlTarget.Row(loop.variable()), loop.body(), loop.label(), frame));
    }

    Flow loop(PlStatement.ForEach loop, PlFrame frame) {
        PlQuery.Value value = interpreter.value(loop.array(), frame);
        if (value.value() == null) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "FOREACH expression must not be null");
        }
        if (!(value.value() instanceof PgArray array)) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "FOREACH expression must yield an array, not type %s"
                            .formatted(session.catalog().formatType(value.type().oid())));
        }
        int dimensions = array.dimensions().length;
        if (loop.slice() < 0 || loop.slice() > dimensions) {
            throw new PgException(
                    SqlState.ARRAY_SUBSCRIPT_ERROR,
                    "slice dimension (%d) is out of the valid range 0..%d".formatted(loop.slice(), dimensions));
        }
        boolean any = false;
        Flow result = Flow.ON;
        for (Object element : elements(array, loop.slice())) {
            any = true;
            SqlType type = loop.slice() > 0 ? value.type() : SqlType.of(array.elementType());
            put(loop.target(), element, type, frame);
            Flow flow = round(loop.body(), loop.label(), frame);
            if (flow != null) {
                result = flow;
                break;
            }
        }
        interpreter.found(frame, any);
        return result;
    }

    private void put(PlTarget target, Object element, SqlType type, PlFrame frame) {
        switch (target) {
            case PlTarget.Row(int variable) -> interpreter.values().assign(frame, variable, element, type);
            case PlTarget.Values(List<PlTarget.Place> places) ->
                interpreter.values().assign(frame, places.getFirst(), element, type);
        }
    }

    /// The elements, or the parts of so many dimensions.
    private static List<Object> elements(PgArray array, int slice) {
        if (slice == 0) {
            return Arrays.asList(array.elements());
        }
        int dimensions = array.dimensions().length;
        int[] inner = Arrays.copyOfRange(array.dimensions(), dimensions - slice, dimensions);
        int[] bounds = Arrays.copyOfRange(array.lowerBounds(), dimensions - slice, dimensions);
        int size = Arrays.stream(inner).reduce(1, (a, b) -> a * b);
        List<Object> parts = new ArrayList<>();
        for (int at = 0; at < array.elements().length; at += size) {
            parts.add(new PgArray(
                    array.elementType(), inner, bounds, Arrays.copyOfRange(array.elements(), at, at + size)));
        }
        return parts;
    }
}
