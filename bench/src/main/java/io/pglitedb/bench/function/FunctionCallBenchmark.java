package io.pglitedb.bench.function;

import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// One call of a cheap body from a place that calls several, as an evaluator does.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FunctionCallBenchmark {
    private static final int CALLS = 1024;
    private static final String[] BODIES = {
        "int4pl", "int4mi", "int4lt", "int4eq", "int4gt", "int4ne", "int4mul", "int4larger"
    };

    @Param({"1", "8"})
    int bodies;

    private FunctionImplementation[] functions;
    private MethodHandle[] handles;
    private final Object[] values = new Object[CALLS + 1];

    @Setup
    public void load() {
        functions = new FunctionImplementation[CALLS];
        handles = new MethodHandle[CALLS];
        for (int i = 0; i < CALLS; i++) {
            functions[i] = FunctionRegistry.standard().find(BODIES[i % bodies]);
            handles[i] = functions[i].handle().asType(MethodType.genericMethodType(2));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = 1000 + i;
        }
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void callTyped(Blackhole sink) {
        for (int i = 0; i < CALLS; i++) {
            sink.consume(functions[i].call(null, values[i], values[i + 1]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void callSpread(Blackhole sink) {
        for (int i = 0; i < CALLS; i++) {
            sink.consume(functions[i].invoke(null, values[i], values[i + 1]));
        }
    }

    /// A handle out of a field, not a constant.
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void callHandle(Blackhole sink) throws Throwable {
        for (int i = 0; i < CALLS; i++) {
            sink.consume((Object) handles[i].invokeExact(values[i], values[i + 1]));
        }
    }
}
