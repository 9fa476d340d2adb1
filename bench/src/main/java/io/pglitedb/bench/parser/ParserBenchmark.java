package io.pglitedb.bench.parser;

import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.parser.ParameterizedStatement;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to read a statement of pgbench's TPC-B transaction, as pgbench sends it in simple protocol: the
/// whole way to the tree, and only the plan cache's key. To stay under 10 µs.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParserBenchmark {
    @Param({
        "BEGIN;",
        "UPDATE pgbench_accounts SET abalance = abalance + -1234 WHERE aid = 471147;",
        "SELECT abalance FROM pgbench_accounts WHERE aid = 471147;",
        "UPDATE pgbench_tellers SET tbalance = tbalance + -1234 WHERE tid = 47;",
        "UPDATE pgbench_branches SET bbalance = bbalance + -1234 WHERE bid = 4;",
        "INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (47, 4, 471147, -1234, CURRENT_TIMESTAMP);",
        "END;"
    })
    String statement;

    @Benchmark
    public List<RawStatement> parse() {
        return SqlParser.parse(statement, ParserSettings.DEFAULT);
    }

    @Benchmark
    public Optional<ParameterizedStatement> takeLiteralsOut() {
        return ParameterizedStatement.of(statement, ParserSettings.DEFAULT);
    }
}
