package io.pglitedb.types.kernel;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.ObjectVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The loops of one function. Thread-safe.
public final class LoopKernels {
    private final FunctionImplementation function;
    private final Map<List<ArgumentSource>, LoopKernel> kernels = new ConcurrentHashMap<>();

    private LoopKernels(FunctionImplementation function) {
        this.function = function;
    }

    /// Of built-in functions, which live as long as the process: their classes are kept.
    private static final Map<FunctionImplementation, LoopKernels> BUILT_IN = new ConcurrentHashMap<>();

    /// @param function of `FunctionRegistry.standard()`
    public static LoopKernels of(FunctionImplementation function) {
        return BUILT_IN.computeIfAbsent(function, LoopKernels::new);
    }

    private LoopKernel kernel(Vector[] arguments) {
        ArgumentSource[] kinds = new ArgumentSource[arguments.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = ArgumentSource.of(arguments[i], function.parameters().get(i));
        }
        List<ArgumentSource> sources = List.of(kinds);
        LoopKernel kernel = kernels.get(sources);
        return kernel != null
                ? kernel
                : kernels.computeIfAbsent(sources, any -> LoopGenerator.generate(function, sources));
    }

    /// Values of the function; NULL where `nulls` says so, or the function gives none.
    ///
    /// @param nulls rows with a NULL argument; none of `rows`
    /// @param form of the function's result
    public Vector map(
            CallContext context, Vector[] arguments, Selection rows, VectorForm form, long[] nulls, int length) {
        LoopKernel kernel = kernel(arguments);
        Class<?> result = LoopGenerator.callType(function.result());
        if (result == int.class) {
            int[] values = new int[length];
            kernel.map(context, arguments, values, rows);
            return new IntVector(form, values, nulls, length);
        }
        if (result == long.class) {
            long[] values = new long[length];
            kernel.map(context, arguments, values, rows);
            return new LongVector(values, nulls, length);
        }
        if (result == double.class) {
            double[] values = new double[length];
            kernel.map(context, arguments, values, rows);
            return new DoubleVector(form, values, nulls, length);
        }
        Object[] values = new Object[length];
        kernel.map(context, arguments, values, rows);
        return new ObjectVector(form, values, withMissing(values, rows, nulls), length);
    }

    private static long[] withMissing(Object[] values, Selection rows, long[] nulls) {
        long[] all = nulls;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            if (values[row] == null) {
                if (all == nulls) {
                    all = nulls == null ? new long[Nulls.words(values.length)] : nulls.clone();
                }
                Nulls.set(all, row);
            }
        }
        return all;
    }

    /// Whether `select` can be asked.
    public boolean isPredicate() {
        return function.result() == boolean.class;
    }

    /// The rows for which the function says true.
    public Selection select(CallContext context, Vector[] arguments, Selection rows) {
        return kernel(arguments).select(context, arguments, rows);
    }
}
