package io.pglitedb.executor.row.expression;

import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// What expressions read beside their row: the client's parameters of this execution and the places by which a
/// plan passes values of outer rows to inner plans. One for all expressions of a runnable plan, used by one
/// thread.
public final class Parameters {
    private final Object[] execution;
    /// Grows with each change of the parameter of that number, over all executions.
    private final long[] versions;
    private Object[] external = {};
    private long epoch;

    /// @param executionCount number of EXECUTION parameters
    public Parameters(int executionCount) {
        execution = new Object[executionCount];
        versions = new long[executionCount];
    }

    /// Begins an execution: what was computed once for the one before is void.
    public void start(Object[] externalValues) {
        external = externalValues;
        epoch++;
        Arrays.fill(execution, null);
    }

    /// Number of the execution.
    public long epoch() {
        return epoch;
    }

    /// @param number from 1
    Object external(int number) {
        return external[number - 1];
    }

    public Object get(int number) {
        return execution[number];
    }

    public void set(int number, Object value) {
        if (!same(execution[number], value)) {
            execution[number] = value;
            versions[number]++;
        }
    }

    /// Whether two values cannot be told apart. True only where that is cheap to know.
    private static boolean same(Object before, Object after) {
        return before == after
                || (after instanceof Integer || after instanceof Long || after instanceof Utf8) && after.equals(before);
    }

    /// Two stamps of the same numbers are equal when none of these parameters was changed in between, in one
    /// execution.
    public long stamp(int[] numbers) {
        long sum = epoch << Integer.SIZE;
        for (int number : numbers) {
            sum += versions[number];
        }
        return sum;
    }

    /// All EXECUTION values, for `restore`.
    public Object[] save() {
        return execution.clone();
    }

    public void restore(Object[] saved) {
        for (int number = 0; number < saved.length; number++) {
            set(number, saved[number]);
        }
    }
}
