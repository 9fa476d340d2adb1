package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// TABLESAMPLE.
final class TableSampleTest extends SqlTest {
    @BeforeAll
    void prepare() throws SQLException {
        sql.run("CREATE TABLE t (id int PRIMARY KEY)", "INSERT INTO t SELECT generate_series(1, 20000)");
    }

    private String sample(String clause) throws SQLException {
        return sql.rows("SELECT count(*), sum(id) FROM t TABLESAMPLE " + clause).getFirst();
    }

    private int count(String clause) throws SQLException {
        return Integer.parseInt(sample(clause).split("\\|")[0]);
    }

    @Test
    void samplesHoldAboutTheirPercentage() throws SQLException {
        assertEquals(0, count("BERNOULLI (0)"));
        assertEquals(20_000, count("SYSTEM (100)"));
        int some = count("BERNOULLI (10) REPEATABLE (1)");
        assertTrue(some > 1_700 && some < 2_300, () -> "a sample of " + some);
        int groups = count("SYSTEM (50) REPEATABLE (1)");
        assertTrue(groups > 6_000 && groups < 14_000, () -> "a sample of " + groups);
        assertNotEquals(sample("BERNOULLI (10) REPEATABLE (1)"), sample("BERNOULLI (10) REPEATABLE (2)"));
        assertNotEquals(sample("BERNOULLI (50)"), sample("BERNOULLI (50)"));
    }

    @Test
    void repeatableSamplesAreTheSameOfColdRows() throws SQLException {
        sql.run("CREATE TABLE cold (id int)", "INSERT INTO cold SELECT generate_series(1, 5000)");
        String query = "SELECT count(*), sum(id) FROM cold TABLESAMPLE %s (20) REPEATABLE (7) WHERE id > 100";
        List<String> rows = sql.rows(query.formatted("BERNOULLI"));
        List<String> groups = sql.rows(query.formatted("SYSTEM"));
        sql.rows("SELECT pglitedb.tier('cold')");
        assertEquals(rows, sql.rows(query.formatted("BERNOULLI")));
        assertEquals(groups, sql.rows(query.formatted("SYSTEM")));
    }

    @Test
    void argumentsMayComeFromOtherItems() throws SQLException {
        assertEquals(
                List.of("0|0", "100|20000"),
                sql.rows("SELECT p, n FROM (VALUES (0), (100)) v (p),"
                        + " LATERAL (SELECT count(*) AS n FROM t TABLESAMPLE BERNOULLI (p)) s ORDER BY p"));
        assertEquals(
                List.of("100|20000"),
                sql.rows("SELECT p, count(*) FROM (VALUES (0), (100)) v (p), t TABLESAMPLE SYSTEM (p) GROUP BY p"));
    }

    @Test
    void viewsAndPlansShowTheSample() throws SQLException {
        sql.run("CREATE VIEW sampled AS SELECT id FROM t TABLESAMPLE SYSTEM (10 * 2) REPEATABLE (2)");
        assertEquals(
                List.of(" SELECT t.id\n   FROM t TABLESAMPLE system ((10 * 2)) REPEATABLE (2);"),
                sql.rows("SELECT pg_get_viewdef('sampled')"));
        assertEquals(
                List.of("Sample Scan on t", "  Sampling: bernoulli ('10'::real)", "  Filter: (id = 3)"),
                sql.rows("EXPLAIN (COSTS off) SELECT * FROM t TABLESAMPLE BERNOULLI (10) WHERE id = 3"));
    }

    @Test
    void argumentsAreChecked() {
        sql.fails("2202H", "SELECT * FROM t TABLESAMPLE BERNOULLI (NULL)");
        sql.fails("2202H", "SELECT * FROM t TABLESAMPLE BERNOULLI (-1)");
        sql.fails("2202H", "SELECT * FROM t TABLESAMPLE SYSTEM (200)");
        sql.fails("2202H", "SELECT * FROM t TABLESAMPLE SYSTEM (10, 20)");
        sql.fails("2202G", "SELECT * FROM t TABLESAMPLE SYSTEM (10) REPEATABLE (NULL)");
        sql.fails("42704", "SELECT * FROM t TABLESAMPLE foobar (1)");
    }
}
