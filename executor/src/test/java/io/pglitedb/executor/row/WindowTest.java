package io.pglitedb.executor.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Window functions; the expected rows are PostgreSQL 15's.
@Timeout(60)
final class WindowTest extends DatabaseTest {
    @BeforeEach
    void createTables() {
        catalog.table("w", "g text", "x int4", "y numeric");
        client.run("INSERT INTO w VALUES ('a', 1, 10), ('a', 1, 20), ('a', 3, NULL), ('a', 7, 5),"
                + " ('b', 2, 1), ('b', NULL, 2), ('b', NULL, 3), ('b', 9, 4)");
    }

    @Test
    void answersAsPostgreSql() {
        expect(
                "SELECT g, x, row_number() OVER w, rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w, ntile(3) OVER w FROM w WINDOW w AS (PARTITION BY g ORDER BY x)",
                "a|1|1|1|1|0|0.5|1",
                "a|1|2|1|1|0|0.5|1",
                "a|3|3|3|2|0.6666666666666666|0.75|2",
                "a|7|4|4|3|1|1|3",
                "b|2|1|1|1|0|0.25|1",
                "b|9|2|2|2|0.3333333333333333|0.5|1",
                "b|NULL|3|3|3|0.6666666666666666|1|2",
                "b|NULL|4|3|3|0.6666666666666666|1|3");
        expect(
                "SELECT g, x, lag(y) OVER w, lead(y, 2) OVER w, lag(x, 1, -1) OVER w, first_value(y) OVER w, last_value(y) OVER w, nth_value(y, 2) OVER w FROM w WINDOW w AS (PARTITION BY g ORDER BY x, y)",
                "a|1|NULL|NULL|-1|10|10|NULL",
                "a|1|10|5|1|10|20|20",
                "a|3|20|NULL|1|10|NULL|20",
                "a|7|NULL|NULL|3|10|5|20",
                "b|2|NULL|2|-1|1|1|NULL",
                "b|9|1|3|2|1|4|4",
                "b|NULL|4|NULL|9|1|2|4",
                "b|NULL|2|NULL|NULL|1|3|4");
        expect(
                "SELECT g, x, sum(x) OVER (PARTITION BY g ORDER BY x), count(*) OVER (), avg(y) OVER (PARTITION BY g) FROM w ORDER BY g, x, y",
                "a|1|2|8|11.6666666666666667",
                "a|1|2|8|11.6666666666666667",
                "a|3|5|8|11.6666666666666667",
                "a|7|12|8|11.6666666666666667",
                "b|2|2|8|2.5000000000000000",
                "b|9|11|8|2.5000000000000000",
                "b|NULL|11|8|2.5000000000000000",
                "b|NULL|11|8|2.5000000000000000");
        expect(
                "SELECT x, y, sum(x) OVER (ORDER BY y ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), sum(y) OVER (ORDER BY y ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), count(x) OVER (ORDER BY y ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING), max(x) OVER (ORDER BY y ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM w ORDER BY y",
                "2|1|2|1|1|NULL",
                "NULL|2|2|3|2|2",
                "NULL|3|9|5|2|2",
                "9|4|16|7|2|NULL",
                "7|5|17|9|2|9",
                "1|10|9|15|1|9",
                "1|20|5|30|0|7",
                "3|NULL|4|20|0|1");
        expect(
                "SELECT x, sum(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 2 FOLLOWING), count(*) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 2 FOLLOWING), count(*) OVER (ORDER BY x DESC RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) FROM w ORDER BY x, y",
                "1|7|4|4",
                "1|7|4|4",
                "2|7|4|2",
                "3|5|2|1",
                "7|16|2|2",
                "9|9|1|1",
                "NULL|NULL|2|2",
                "NULL|NULL|2|2");
        expect(
                "SELECT x, array_agg(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM w ORDER BY x, y",
                "1|{1,1,2}",
                "1|{1,1,2}",
                "2|{1,1,2,3}",
                "3|{2,3,7}",
                "7|{3,7,9}",
                "9|{7,9,NULL,NULL}",
                "NULL|{9,NULL,NULL}",
                "NULL|{9,NULL,NULL}");
        expect(
                "SELECT x, array_agg(x) OVER (ORDER BY x ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW), array_agg(x) OVER (ORDER BY x ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE GROUP), array_agg(x) OVER (ORDER BY x ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE TIES) FROM w ORDER BY x, y",
                "1|{1,2}|{2}|{1,2}",
                "1|{1,2,3}|{2,3}|{1,2,3}",
                "2|{1,1,3,7}|{1,1,3,7}|{1,1,2,3,7}",
                "3|{1,2,7,9}|{1,2,7,9}|{1,2,3,7,9}",
                "7|{2,3,9,NULL}|{2,3,9,NULL}|{2,3,7,9,NULL}",
                "9|{3,7,NULL,NULL}|{3,7,NULL,NULL}|{3,7,9,NULL,NULL}",
                "NULL|{7,9,NULL}|{7,9}|{7,9,NULL}",
                "NULL|{9,NULL}|{9}|{9,NULL}");
        expect(
                "SELECT y, first_value(y) OVER w, last_value(y) OVER w, nth_value(y, 2) OVER w FROM w WINDOW w AS (ORDER BY y ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) ORDER BY y",
                "1|2|2|NULL",
                "2|1|3|3",
                "3|2|4|4",
                "4|3|5|5",
                "5|4|10|10",
                "10|5|20|20",
                "20|10|NULL|NULL",
                "NULL|20|20|NULL");
        expect(
                "SELECT x, count(*) FILTER (WHERE x > 1) OVER (ORDER BY x ROWS 2 PRECEDING) FROM w ORDER BY x, y",
                "1|0",
                "1|0",
                "2|1",
                "3|2",
                "7|3",
                "9|3",
                "NULL|2",
                "NULL|1");
        expect("SELECT g, sum(sum(x)) OVER (ORDER BY g) FROM w GROUP BY g ORDER BY g", "a|12", "b|23");
    }

    @Test
    void spilledPartition() {
        client.workMemBytes = 1_000;
        client.run("INSERT INTO w SELECT 'c', i, i FROM generate_series(1, 500) i");
        expect(
                "SELECT max(s), sum(s) FROM (SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)"
                        + " FROM w WHERE g = 'c') t(s)",
                "1497|375249");
    }

    @Test
    void frameOffsets() {
        fails(
                "SELECT sum(x) OVER (ORDER BY x ROWS -1 PRECEDING) FROM w",
                "22013",
                "frame starting offset must not be negative",
                null);
        fails("SELECT ntile(0) OVER () FROM w", "22014", "argument of ntile must be greater than zero", null);
    }
}
