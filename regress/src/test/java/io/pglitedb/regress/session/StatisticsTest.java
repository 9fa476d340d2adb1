package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of tables beside their rows: sizes, counters, what ANALYZE finds.
final class StatisticsTest {
    private static RunningServer server;
    private static Connection connection;
    private static Statement statement;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        statement = connection.createStatement();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    private static void run(String sql) throws SQLException {
        statement.execute(sql);
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    private static String first(String sql) throws SQLException {
        return rows(sql).getFirst();
    }

    private static long estimatedRows(String query) throws SQLException {
        String line = first("EXPLAIN " + query);
        return Long.parseLong(line.replaceAll(".* rows=(\\d+) .*", "$1"));
    }

    @Test
    void plansKnowSizesWithoutAnalyze() throws SQLException {
        run("CREATE TABLE sized (a int PRIMARY KEY, b text)");
        run("INSERT INTO sized SELECT g, 'row ' || g FROM generate_series(1, 20000) g");
        assertEquals(20_000, estimatedRows("SELECT * FROM sized"));
        run("DELETE FROM sized WHERE a % 4 = 0");
        assertEquals(15_000, estimatedRows("SELECT * FROM sized"));
        run("BEGIN");
        run("INSERT INTO sized SELECT g FROM generate_series(100001, 110000) g");
        assertEquals(25_000, estimatedRows("SELECT * FROM sized"));
        run("ROLLBACK");
        assertEquals(15_000, estimatedRows("SELECT * FROM sized"));
    }

    @Test
    void sizesAreThoseOfTheStore() throws SQLException {
        run("CREATE TABLE large (a int PRIMARY KEY, b text)");
        assertEquals("0|0", first("SELECT pg_relation_size('large'), pg_relation_size('large_pkey')"));
        run("INSERT INTO large SELECT g, repeat('x', 100) || g FROM generate_series(1, 10000) g");
        assertEquals(
                "t|t|t|t|t",
                first("SELECT pg_relation_size('large') > 100000, pg_indexes_size('large') > 50000,"
                        + " pg_total_relation_size('large') = pg_table_size('large') + pg_indexes_size('large'),"
                        + " pg_database_size('postgres') > pg_total_relation_size('large'),"
                        + " pg_tablespace_size('pg_default') > pg_database_size('postgres')"));
        assertEquals("null", first("SELECT pg_relation_size(4000000000::oid::regclass)"));
        SQLException overflow =
                assertThrows(SQLException.class, () -> run("SELECT pg_size_bytes('1e1000000000000000000')"));
        assertEquals("22003", overflow.getSQLState());
        assertTrue(overflow.getMessage().contains("value overflows numeric format"), overflow.getMessage());
    }

    @Test
    void analyzeFindsWhatPostgreSqlFinds() throws SQLException {
        run("CREATE TABLE sampled (a int PRIMARY KEY, b text, d int, e bool, g json, h float8)");
        run("CREATE INDEX sampled_upper ON sampled (upper(b))");
        run(
                "INSERT INTO sampled SELECT g, 'v' || g % 10, CASE WHEN g % 5 = 0 THEN NULL ELSE g / 100 END, g % 3 = 0, '{}',"
                        + " sqrt(g) FROM generate_series(1, 20000) g");
        run("ANALYZE sampled");
        assertEquals(
                List.of(
                        "a|0|4|-1|null|null|{1,200,400,600|1",
                        "b|0|3|10|{v0,v1,v2,v3,v|{0.1,0.1,0.1,0|null|0.10022497",
                        "d|0.2|4|200|{0,1,2,3,4,5,6|{0.004,0.004,0|{100,101,102,1|1",
                        "e|0|1|2|{f,t}|{0.6667,0.3333|null|0.5555889",
                        "g|0|3|0|null|null|null|null",
                        "h|0|8|-1|null|null|{1,14.14213562|1"),
                rows("SELECT attname, null_frac, avg_width, n_distinct, left(most_common_vals::text, 14),"
                        + " left(most_common_freqs::text, 14), left(histogram_bounds::text, 14), correlation"
                        + " FROM pg_stats WHERE tablename = 'sampled' ORDER BY attname"));
        assertEquals("10", first("SELECT n_distinct FROM pg_stats WHERE tablename = 'sampled_upper'"));
        assertEquals("20000", first("SELECT reltuples FROM pg_class WHERE relname = 'sampled'"));
        assertEquals(
                "1|0",
                first("SELECT analyze_count, n_mod_since_analyze FROM pg_stat_user_tables WHERE relname = 'sampled'"));
        run("ALTER TABLE sampled DROP COLUMN b");
        assertEquals("5", first("SELECT count(*) FROM pg_statistic WHERE starelid = 'sampled'::regclass"));
    }

    @Test
    void analyzeOfLargeTablesSamples() throws SQLException {
        run("CREATE TABLE many (a int, b int)");
        run("INSERT INTO many SELECT g, g % 1000 FROM generate_series(1, 150000) g");
        run("DELETE FROM many WHERE a % 3 = 0");
        run("SET default_statistics_target = 10");
        run("ANALYZE many");
        run("RESET default_statistics_target");
        assertEquals("t", first("SELECT reltuples BETWEEN 95000 AND 105000 FROM pg_class WHERE relname = 'many'"));
        assertEquals(
                List.of("a|t|11", "b|t|11"),
                rows(
                        "SELECT attname, CASE attname WHEN 'a' THEN n_distinct = -1 ELSE n_distinct BETWEEN 900 AND 1100 END,"
                                + " array_length(string_to_array(histogram_bounds::text, ','), 1)"
                                + " FROM pg_stats WHERE tablename = 'many' ORDER BY 1"));
    }

    @Test
    void estimatesGoByCommonValuesAndHistograms() throws SQLException {
        run("CREATE TABLE skewed (a int PRIMARY KEY, b text, d date)");
        run(
                "INSERT INTO skewed SELECT g, CASE WHEN g % 10 = 0 THEN 'rare' ELSE 'usual' END, date '2020-01-01' + g % 1000"
                        + " FROM generate_series(1, 20000) g");
        run("ANALYZE skewed");
        assertEquals(2_000, estimatedRows("SELECT * FROM skewed WHERE b = 'rare'"));
        assertEquals(18_000, estimatedRows("SELECT * FROM skewed WHERE b <> 'rare'"));
        assertEquals(2_000, estimatedRows("SELECT * FROM skewed WHERE b LIKE 'ra%'"));
        assertTrue(Math.abs(5_000 - estimatedRows("SELECT * FROM skewed WHERE a > 15000")) < 200);
        assertTrue(Math.abs(2_000 - estimatedRows("SELECT * FROM skewed WHERE a BETWEEN 8001 AND 10000")) < 200);
        assertTrue(Math.abs(
                        2_000
                                - estimatedRows(
                                        "SELECT * FROM skewed WHERE d >= date '2020-01-01' AND d < date '2020-01-01' + interval '100 days'"))
                < 200);
        assertEquals(1_000, estimatedRows("SELECT d, count(*) FROM skewed GROUP BY d"));
        assertEquals(20_000, estimatedRows("SELECT * FROM skewed s JOIN skewed t ON s.a = t.a"));
    }

    private static String plan(String query) throws SQLException {
        return String.join("\n", rows("EXPLAIN (COSTS OFF) " + query));
    }

    @Test
    void plansAreThoseOfPostgreSql() throws SQLException {
        run("CREATE TABLE ordered (a int PRIMARY KEY, b int, c int)");
        run("CREATE INDEX ordered_few ON ordered (c) WHERE b < 10");
        run("INSERT INTO ordered SELECT g, g % 100, g FROM generate_series(1, 20000) g");
        run("ANALYZE ordered");
        assertEquals("""
                Result
                  InitPlan 1 (returns $0)
                    ->  Limit
                          ->  Index Only Scan Backward using ordered_pkey on ordered
                                Index Cond: (a IS NOT NULL)""", plan("SELECT max(a) FROM ordered"));
        assertEquals("20000|1", first("SELECT max(a), min(a) FROM ordered"));
        assertEquals("null", first("SELECT max(a) FROM ordered WHERE a < 0"));
        assertEquals("""
                Index Scan using ordered_few on ordered
                  Index Cond: (c = 7)
                  Filter: (b = 3)""", plan("SELECT * FROM ordered WHERE c = 7 AND b = 3"));
        assertEquals("""
                Index Scan using ordered_few on ordered
                  Index Cond: (c = 7)""", plan("SELECT * FROM ordered WHERE c = 7 AND b < 10"));
        assertEquals("""
                Seq Scan on ordered
                  Filter: ((b < 11) AND (c = 7))""", plan("SELECT * FROM ordered WHERE c = 7 AND b < 11"));
        assertEquals("""
                Limit
                  ->  Index Scan Backward using ordered_pkey on ordered""", plan("SELECT * FROM ordered ORDER BY a DESC LIMIT 3"));
        assertEquals("""
                Hash Join
                  Hash Cond: (o.a = p.c)
                  ->  Seq Scan on ordered o
                  ->  Hash
                        ->  Seq Scan on ordered p
                              Filter: (b = 5)""", plan("SELECT * FROM ordered p JOIN ordered o ON o.a = p.c WHERE p.b = 5"));
        assertEquals("Result\n  One-Time Filter: false", plan("SELECT * FROM ordered WHERE false"));
        run("SET enable_hashjoin = off");
        assertEquals("""
                Nested Loop
                  ->  Seq Scan on ordered p
                        Filter: (b = 5)
                  ->  Index Scan using ordered_pkey on ordered o
                        Index Cond: (a = p.c)""", plan("SELECT * FROM ordered p JOIN ordered o ON o.a = p.c WHERE p.b = 5"));
        run("RESET enable_hashjoin");
    }

    /// Each arm names a value of one side and one of the other.
    @Test
    void armsOfAnOrAreEstimatedBySide() throws SQLException {
        run("CREATE TABLE arms AS SELECT g AS a FROM generate_series(1, 25) g");
        run("ANALYZE arms");
        assertEquals(2, estimatedRows("SELECT * FROM arms x, arms y WHERE x.a = 1 AND y.a = 2 OR x.a = 2 AND y.a = 1"));
    }

    @Test
    void countersTellWhatWasReadAndChanged() throws SQLException {
        run("CREATE TABLE counted (a int PRIMARY KEY, b int)");
        run("INSERT INTO counted SELECT g, g FROM generate_series(1, 100) g");
        run("UPDATE counted SET b = 0 WHERE a <= 10");
        run("DELETE FROM counted WHERE b > 95");
        run("BEGIN");
        run("INSERT INTO counted VALUES (1000, 0)");
        run("ROLLBACK");
        rows("SELECT b FROM counted");
        assertEquals(
                "101|10|5|95",
                first("SELECT n_tup_ins, n_tup_upd, n_tup_del, n_live_tup"
                        + " FROM pg_stat_user_tables WHERE relname = 'counted'"));
        assertEquals(
                "t|t",
                first("SELECT seq_scan >= 2, seq_tup_read >= 195 FROM pg_stat_user_tables WHERE relname = 'counted'"));
        rows("SELECT b FROM counted WHERE a = 7");
        assertEquals("t", first("SELECT idx_scan >= 1 FROM pg_stat_user_indexes WHERE indexrelname = 'counted_pkey'"));
    }
}
