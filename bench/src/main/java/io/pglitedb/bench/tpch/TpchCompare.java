package io.pglitedb.bench.tpch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// Runs the queries of TPC-H in PGLiteDB, PostgreSQL and DuckDB in turn, query by query and round by round, so
/// that a drift of the machine's speed favours none; prints the median of each and the ratios, and compares the
/// answers.
public final class TpchCompare {
    /// DuckDB averages in doubles.
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    /// Q17 and Q20 take PostgreSQL hours without an index of l_partkey; they count for this much, and are not
    /// repeated.
    private static final String TIME_LIMIT = "SET statement_timeout = '120s'";

    private final List<TpchSystem> systems;
    private final int rounds;
    private final double[] totals;
    private int differences;

    private TpchCompare(List<TpchSystem> systems, int rounds) {
        this.systems = systems;
        this.rounds = rounds;
        this.totals = new double[systems.size()];
    }

    /// @param arguments port of PGLiteDB, port of PostgreSQL, directory with the tables' files, file with a query
    ///     a line, threads, rounds
    public static void main(String[] arguments) throws SQLException, IOException {
        Path data = Path.of(arguments[2]);
        int threads = Integer.parseInt(arguments[4]);
        try (TpchSystem own = TpchSystem.server(
                        "pglitedb",
                        Integer.parseInt(arguments[0]),
                        TIME_LIMIT,
                        "SET work_mem = '1GB'",
                        "SET pglitedb.threads = " + threads);
                TpchSystem postgres = TpchSystem.server(
                        "postgresql",
                        Integer.parseInt(arguments[1]),
                        TIME_LIMIT,
                        "SET work_mem = '1GB'",
                        "SET max_parallel_workers_per_gather = " + (threads - 1));
                TpchSystem duck = TpchSystem.duckDb(data.resolve("tpch.duckdb"), threads)) {
            List<TpchSystem> systems = List.of(own, postgres, duck);
            for (TpchSystem system : systems) {
                if (!system.isLoaded()) {
                    long start = System.nanoTime();
                    system.load(data);
                    System.out.printf("%s loaded in %.1f s%n", system.name(), seconds(start));
                }
            }
            long start = System.nanoTime();
            own.makeCold();
            System.out.printf("pglitedb made the rest cold in %.1f s%n", seconds(start));
            System.out.printf(
                    "MB: pglitedb's segments %.0f, postgresql's heap %.0f%n",
                    own.segmentBytes() / 1e6, postgres.heapBytes() / 1e6);
            List<String> queries = Files.readAllLines(Path.of(arguments[3])).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
            new TpchCompare(systems, Integer.parseInt(arguments[5])).run(queries);
        }
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private void run(List<String> queries) throws SQLException {
        System.out.printf(
                "%-6s %10s %10s %10s %14s %14s%n",
                "query", "pglitedb", "postgres", "duckdb", "postgres:own", "own:duckdb");
        for (int number = 0; number < queries.size(); number++) {
            String query = queries.get(number).replaceAll(";\\s*$", "");
            double[] medians = new double[systems.size()];
            double[][] times = new double[systems.size()][rounds];
            boolean[] timedOut = new boolean[systems.size()];
            for (int round = 0; round < rounds; round++) {
                List<List<String>> expected = null;
                for (int system = 0; system < systems.size(); system++) {
                    if (round > 0 && timedOut[system]) {
                        times[system][round] = times[system][0];
                        continue;
                    }
                    long start = System.nanoTime();
                    List<List<String>> rows = systems.get(system).rows(query);
                    times[system][round] = seconds(start);
                    timedOut[system] = rows == null;
                    if (expected == null) {
                        expected = rows;
                    } else if (round == 0 && rows != null && !same(expected, rows)) {
                        differences++;
                        System.out.printf(
                                "Q%d: %s answers otherwise%n",
                                number + 1, systems.get(system).name());
                    }
                }
            }
            for (int system = 0; system < medians.length; system++) {
                Arrays.sort(times[system]);
                medians[system] = times[system][rounds / 2];
                totals[system] += medians[system];
            }
            print("Q" + (number + 1), medians);
        }
        print("total", totals);
        if (differences > 0) {
            throw new IllegalStateException(differences + " answers differ");
        }
    }

    private static void print(String label, double[] seconds) {
        System.out.printf(
                "%-6s %10.3f %10.3f %10.3f %14.2f %14.2f%n",
                label, seconds[0], seconds[1], seconds[2], seconds[1] / seconds[0], seconds[0] / seconds[2]);
    }

    private static boolean same(List<List<String>> expected, List<List<String>> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int row = 0; row < expected.size(); row++) {
            for (int column = 0; column < expected.get(row).size(); column++) {
                if (!same(expected.get(row).get(column), actual.get(row).get(column))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean same(String expected, String actual) {
        if (expected == null || actual == null || expected.strip().equals(actual.strip())) {
            return expected == null ? actual == null : actual != null;
        }
        try {
            BigDecimal one = new BigDecimal(expected);
            BigDecimal other = new BigDecimal(actual);
            BigDecimal most = one.abs().max(other.abs()).max(BigDecimal.ONE);
            return one.subtract(other).abs().compareTo(most.multiply(TOLERANCE)) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
