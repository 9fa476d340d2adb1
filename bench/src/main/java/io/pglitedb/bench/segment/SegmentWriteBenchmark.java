package io.pglitedb.bench.segment;

import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Six columns of lineitem into a file, nanoseconds a row on one thread: ours from carriers, synced to the disk;
/// DuckDB's from a table of its own with zstd.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class SegmentWriteBenchmark {
    private Path directory;
    private List<Object[]> rows;
    private Connection duckDb;
    private Statement query;

    @Setup
    public void open() throws IOException, SQLException {
        directory = Files.createTempDirectory("segment");
        rows = LineItemSegment.rows();
        LineItemSegment.write(directory.resolve("source.parquet"), rows);
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        query = duckDb.createStatement();
        query.execute("set threads to 1");
        query.execute("create table lineitem as from '%s'".formatted(directory.resolve("source.parquet")));
    }

    @TearDown
    public void close() throws IOException, SQLException {
        query.close();
        duckDb.close();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(LineItemSegment.ROWS)
    public SegmentDescriptor write() {
        return LineItemSegment.write(directory.resolve("ours.parquet"), rows);
    }

    @Benchmark
    @OperationsPerInvocation(LineItemSegment.ROWS)
    public boolean duckDb() throws SQLException {
        return query.execute("copy lineitem to '%s' (format parquet, compression zstd, compression_level 1)"
                .formatted(directory.resolve("theirs.parquet")));
    }
}
