package io.pglitedb.bench.segment;

import io.pglitedb.columnstore.cache.VectorCache;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.read.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// A whole column of a segment, nanoseconds a row on one thread: decoded by us without a cache, taken from the
/// cache, and aggregated by DuckDB's read_parquet from the same file. Point reads with and without the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class SegmentReadBenchmark {
    private static final long CACHE_BYTES = 256L << 20;

    @Param({"orderkey", "extendedprice", "quantity", "shipdate", "shipmode", "comment"})
    String column;

    private Path directory;
    private Path file;
    private Segment uncached;
    private Segment cached;
    private int index;
    private long point;
    private Connection duckDb;
    private Statement query;

    @Setup
    public void open() throws IOException, SQLException {
        directory = Files.createTempDirectory("segment");
        file = directory.resolve("lineitem.parquet");
        SegmentDescriptor descriptor = LineItemSegment.write(file, LineItemSegment.rows());
        uncached = LineItemSegment.open(file, descriptor, new VectorCache(0));
        cached = LineItemSegment.open(file, descriptor, new VectorCache(CACHE_BYTES));
        index = LineItemSegment.indexOf(column);
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        query = duckDb.createStatement();
        query.execute("set threads to 1");
    }

    @TearDown
    public void close() throws IOException, SQLException {
        uncached.close();
        cached.close();
        query.close();
        duckDb.close();
        Files.delete(file);
        Files.delete(directory);
    }

    private void readAll(Segment segment, Blackhole sink) {
        for (int page = 0; page < segment.pageCount(); page++) {
            sink.consume(segment.column(index, page));
        }
    }

    @Benchmark
    @OperationsPerInvocation(LineItemSegment.ROWS)
    public void decode(Blackhole sink) {
        readAll(uncached, sink);
    }

    @Benchmark
    @OperationsPerInvocation(LineItemSegment.ROWS)
    public void fromCache(Blackhole sink) {
        readAll(cached, sink);
    }

    @Benchmark
    @OperationsPerInvocation(LineItemSegment.ROWS)
    public String duckDb() throws SQLException {
        String aggregate = column.equals("shipmode") || column.equals("comment")
                ? "sum(strlen(" + column + "))"
                : column.equals("shipdate") ? "max(shipdate)" : "sum(" + column + ")";
        try (ResultSet result = query.executeQuery("select %s from '%s'".formatted(aggregate, file))) {
            result.next();
            return result.getString(1);
        }
    }

    private Object readPoint(Segment segment) {
        point = (point + 7919 * 4096L) % LineItemSegment.ROWS;
        return segment.value(index, segment.position(point));
    }

    @Benchmark
    public Object pointFromCache() {
        return readPoint(cached);
    }

    @Benchmark
    public Object pointDecode() {
        return readPoint(uncached);
    }
}
