package io.pglitedb.regress.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.regress.session.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Correlated subqueries answer as joins what they answer run row by row; what a join might answer differently
/// stays.
final class DecorrelationTest {
    private static final List<String> SETUP = List.of(
            // Keys that one side only has, NULLs, outer rows that are doubled, no index that would make loops cheap.
            "CREATE TABLE o AS SELECT i AS id, CASE WHEN i % 11 <> 0 THEN i % 60 END AS k, (i % 60)::int8 AS l,"
                    + " 'g' || i % 4 AS g, i % 97 AS v FROM generate_series(1, 320) i",
            "CREATE TABLE t AS SELECT CASE WHEN i % 13 <> 0 THEN i % 77 + 20 END AS k, 'g' || i % 5 AS g,"
                    + " CASE WHEN i % 7 <> 0 THEN i * 31 % 101 END AS x, (i % 50) * 1.50 AS n"
                    + " FROM generate_series(1, 1500) i",
            "CREATE VIEW positive AS SELECT * FROM t WHERE x > 0",
            "CREATE VIEW sampled AS SELECT * FROM t WHERE random() >= 0",
            "CREATE AGGREGATE own_count(int) (SFUNC = int4pl, STYPE = int4, INITCOND = '5')",
            "ANALYZE");

    private static RunningServer server;
    private static Connection connection;
    private static BothEngines engines;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException, IOException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        engines = new BothEngines(connection);
        for (String statement : SETUP) {
            engines.run(statement);
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @Test
    void joinsAnswerAsSubqueriesDo() throws SQLException, IOException {
        for (String query : BothEngines.script("/engine/decorrelation.sql")) {
            assertEquals(0, subPlans(query), query);
            compare(query);
        }
    }

    @Test
    void whatMightDifferStays() throws SQLException, IOException {
        for (String query : BothEngines.script("/engine/correlated.sql")) {
            assertEquals(1, subPlans(query), query);
            compare(query);
        }
    }

    @Test
    void aFewRowsLookIntoAnIndexEach() throws SQLException {
        engines.run("CREATE TABLE i AS SELECT k % 5000 AS k, k AS x FROM generate_series(1, 20000) k");
        engines.run("CREATE INDEX ON i (k)");
        engines.run("ANALYZE i");
        assertEquals(1, subPlans("SELECT (SELECT count(*) FROM i WHERE i.k = o.k) FROM o WHERE id = 5;"));
    }

    private static void compare(String query) throws SQLException {
        for (String engine : List.of("row", "vector")) {
            engines.run("SET pglitedb.decorrelate = off");
            List<String> expected = engines.answer("row", query);
            engines.run("SET pglitedb.decorrelate = on");
            assertEquals(expected, engines.answer(engine, query), query);
        }
    }

    private static long subPlans(String query) throws SQLException {
        engines.run("SET pglitedb.decorrelate = on");
        return engines.answer("row", "EXPLAIN " + query).stream()
                .filter(line -> line.matches("\\| *SubPlan \\d+"))
                .count();
    }
}
