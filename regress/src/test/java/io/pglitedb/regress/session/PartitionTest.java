package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Partitioned tables: where rows go, which partitions are read, what is refused.
final class PartitionTest extends SqlTest {
    @Test
    void rowsGoWhereTheirKeySays() throws SQLException {
        sql.run(
                "CREATE TABLE route (a int, b text, c int) PARTITION BY RANGE (a)",
                "CREATE TABLE route_low PARTITION OF route FOR VALUES FROM (MINVALUE) TO (10)",
                "CREATE TABLE route_mid PARTITION OF route FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b)",
                "CREATE TABLE route_mid_x PARTITION OF route_mid FOR VALUES IN ('x', NULL)",
                "CREATE TABLE route_mid_rest PARTITION OF route_mid DEFAULT",
                "CREATE TABLE route_high (c int, a int, b text)",
                "ALTER TABLE route ATTACH PARTITION route_high FOR VALUES FROM (20) TO (30)");
        assertEquals(
                List.of(
                        "route_low|1|x|0",
                        "route_mid_x|10|x|0",
                        "route_mid_x|11|null|0",
                        "route_mid_rest|12|z|0",
                        "route_high|20|x|0"),
                sql.rows("INSERT INTO route VALUES (1, 'x', 0), (10, 'x', 0), (11, NULL, 0), (12, 'z', 0), (20, 'x', 0)"
                        + " RETURNING tableoid::regclass, *"));
        sql.fails("23514", "INSERT INTO route VALUES (30, 'x', 0)");
        sql.fails("23514", "INSERT INTO route_mid_x VALUES (15, 'z', 0)");
        sql.fails("23514", "UPDATE route_low SET a = 11");
        assertEquals(
                List.of("route_high|21|x|1"),
                sql.rows("UPDATE route SET a = a + 20, c = 1 WHERE a = 1 RETURNING tableoid::regclass, *"));
        assertEquals(List.of("0"), sql.rows("SELECT count(*) FROM route_low"));
        sql.run("ALTER TABLE route DETACH PARTITION route_high");
        assertEquals(List.of("3"), sql.rows("SELECT count(*) FROM route"));
        assertEquals(List.of("2"), sql.rows("SELECT count(*) FROM route_high"));
    }

    @Test
    void boundsMayNotOverlap() throws SQLException {
        sql.run(
                "CREATE TABLE bound (a int) PARTITION BY RANGE (a)",
                "CREATE TABLE bound_1 PARTITION OF bound FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE bound_rest PARTITION OF bound DEFAULT",
                "INSERT INTO bound VALUES (5), (15)");
        sql.fails("42P17", "CREATE TABLE bound_2 PARTITION OF bound FOR VALUES FROM (9) TO (20)");
        sql.fails("42P17", "CREATE TABLE bound_2 PARTITION OF bound FOR VALUES FROM (20) TO (20)");
        sql.fails("42P17", "CREATE TABLE bound_2 PARTITION OF bound DEFAULT");
        sql.fails("23514", "CREATE TABLE bound_2 PARTITION OF bound FOR VALUES FROM (10) TO (20)");
        sql.run("CREATE TABLE bound_2 (a int)", "INSERT INTO bound_2 VALUES (100)");
        sql.fails("23514", "ALTER TABLE bound ATTACH PARTITION bound_2 FOR VALUES FROM (50) TO (60)");
        sql.run("ALTER TABLE bound ATTACH PARTITION bound_2 FOR VALUES FROM (100) TO (200)");
    }

    @Test
    void keysOfPartitionedTables() throws SQLException {
        sql.run(
                "CREATE TABLE keyed (a int, b int, note text, PRIMARY KEY (a, b)) PARTITION BY LIST (b)",
                "CREATE TABLE keyed_1 PARTITION OF keyed FOR VALUES IN (1)",
                "CREATE TABLE keyed_2 (note text, b int NOT NULL, a int NOT NULL)",
                "ALTER TABLE keyed ATTACH PARTITION keyed_2 FOR VALUES IN (2)",
                "INSERT INTO keyed VALUES (1, 1, 'one'), (1, 2, 'two')");
        sql.fails("23505", "INSERT INTO keyed VALUES (1, 2, 'again')");
        sql.fails("0A000", "CREATE UNIQUE INDEX ON keyed (a)");
        assertEquals(
                List.of("keyed_2|1|2|two and again"),
                sql.rows("INSERT INTO keyed VALUES (1, 2, 'again') ON CONFLICT (a, b)"
                        + " DO UPDATE SET note = keyed.note || ' and ' || excluded.note"
                        + " RETURNING tableoid::regclass, *"));
        assertEquals(
                List.of("keyed_1|keyed_1_pkey", "keyed_2|keyed_2_pkey"),
                sql.rows("SELECT indrelid::regclass, indexrelid::regclass FROM pg_index WHERE indexrelid IN"
                        + " (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'keyed_pkey'::regclass) ORDER BY 1"));
    }

    /// Whatever is left out when partitions are chosen, the answer is that of a table without partitions.
    @Test
    void keysOfSeveralTypesArePruned() throws SQLException {
        sql.run(
                "CREATE TABLE typed (b bool, a int) PARTITION BY RANGE (b, a)",
                "CREATE TABLE typed_1 PARTITION OF typed FOR VALUES FROM (false, 0) TO (false, 1000)",
                "CREATE TABLE typed_2 PARTITION OF typed FOR VALUES FROM (true, 0) TO (true, 1000)",
                "CREATE INDEX typed_b_a ON typed (b, a)",
                "INSERT INTO typed VALUES (true, 5), (false, 7)");
        assertEquals(List.of("t|5"), sql.rows("SELECT * FROM typed WHERE b = true AND a > 3 ORDER BY b, a"));
        assertEquals(List.of("f|7"), sql.rows("SELECT * FROM typed WHERE b = false AND a >= 7 AND a < 8"));
        assertEquals(
                "Group Key: typed.a",
                sql.rows("EXPLAIN (COSTS OFF) SELECT a FROM typed WHERE 1 = 2 GROUP BY a")
                        .get(1)
                        .strip());
        sql.fails("42809", "ALTER INDEX typed_b_a ATTACH PARTITION typed_1");
    }

    @Test
    void pruningLeavesOutNoRow() throws SQLException {
        sql.run(
                "CREATE TABLE plain (a int, b int, c text)",
                "INSERT INTO plain SELECT nullif(g % 23, 7), nullif(g % 9, 8), chr(97 + g % 5) FROM generate_series(1, 500) g",
                "CREATE TABLE ranges (a int, b int, c text) PARTITION BY RANGE (a, b)",
                "CREATE TABLE ranges_1 PARTITION OF ranges FOR VALUES FROM (MINVALUE, MINVALUE) TO (5, 3)",
                "CREATE TABLE ranges_2 PARTITION OF ranges FOR VALUES FROM (5, 3) TO (5, 6)",
                "CREATE TABLE ranges_3 PARTITION OF ranges FOR VALUES FROM (6, MINVALUE) TO (9, MAXVALUE)",
                "CREATE TABLE ranges_4 PARTITION OF ranges FOR VALUES FROM (12, 0) TO (20, 0)",
                "CREATE TABLE ranges_rest PARTITION OF ranges DEFAULT",
                "CREATE TABLE lists (a int, b int, c text) PARTITION BY LIST (a)",
                "CREATE TABLE lists_1 PARTITION OF lists FOR VALUES IN (0, 2, 4, NULL)",
                "CREATE TABLE lists_2 PARTITION OF lists FOR VALUES IN (1, 3) PARTITION BY LIST (c)",
                "CREATE TABLE lists_2a PARTITION OF lists_2 FOR VALUES IN ('a', 'b')",
                "CREATE TABLE lists_2b PARTITION OF lists_2 DEFAULT",
                "CREATE TABLE lists_rest PARTITION OF lists DEFAULT",
                "CREATE TABLE hashes (a int, b int, c text) PARTITION BY HASH (a, c)",
                "CREATE TABLE hashes_0 PARTITION OF hashes FOR VALUES WITH (modulus 2, remainder 0)",
                "CREATE TABLE hashes_1 PARTITION OF hashes FOR VALUES WITH (modulus 4, remainder 1)",
                "CREATE TABLE hashes_3 PARTITION OF hashes FOR VALUES WITH (modulus 4, remainder 3)");
        for (String table : List.of("ranges", "lists", "hashes")) {
            sql.run("INSERT INTO " + table + " SELECT * FROM plain");
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String condition = condition(random, 2);
            List<String> expected = rows("plain", condition);
            for (String table : List.of("ranges", "lists", "hashes")) {
                assertEquals(expected, rows(table, condition), table + " WHERE " + condition + ", seed " + seed);
            }
        }
    }

    private List<String> rows(String table, String condition) throws SQLException {
        return sql.rows("SELECT * FROM " + table + " WHERE " + condition + " ORDER BY a, b, c");
    }

    private static String condition(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            String word = random.nextBoolean() ? " AND " : " OR ";
            return "(" + condition(random, depth - 1) + word + condition(random, depth - 1) + ")";
        }
        String column = random.nextInt(3) == 0 ? "b" : "a";
        int value = random.nextInt(24);
        return switch (random.nextInt(9)) {
            case 0 -> column + " < " + value;
            case 1 -> column + " <= " + value;
            case 2 -> column + " = " + value;
            case 3 -> value + "::bigint <= " + column;
            case 4 -> column + " > " + value;
            case 5 -> column + (random.nextBoolean() ? " IS NULL" : " IS NOT NULL");
            case 6 -> column + " IN (" + value + ", " + random.nextInt(24) + ")";
            case 7 -> column + " <> " + value;
            default -> "c = '" + (char) ('a' + random.nextInt(5)) + "'";
        };
    }
}
