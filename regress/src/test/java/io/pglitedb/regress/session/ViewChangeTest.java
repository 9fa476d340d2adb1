package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Changes of views, and MERGE.
final class ViewChangeTest extends SqlTest {
    @Test
    void changesOfViewsReachTheirTable() throws SQLException {
        sql.run(
                "CREATE TABLE base (id int PRIMARY KEY, name text DEFAULT 'anon', age int)",
                "CREATE VIEW old AS SELECT age AS years, id AS number, name FROM base WHERE age > 5",
                "CREATE VIEW oldest AS SELECT number, name, years FROM old WHERE years > 50",
                "INSERT INTO old VALUES (10, 1, 'a'), (60, 2, 'b')");
        assertEquals(List.of("(60,3,anon)"), sql.rows("INSERT INTO old (number, years) VALUES (3, 60) RETURNING old"));
        assertEquals(List.of("2|c", "3|c"), sql.rows("UPDATE oldest SET name = 'c' RETURNING number, name"));
        assertEquals(
                List.of("2|d"),
                sql.rows("UPDATE old SET name = 'd' FROM oldest o WHERE o.number = old.number AND o.number = 2"
                        + " RETURNING old.number, old.name"));
        assertEquals(
                List.of("e and c"),
                sql.rows("INSERT INTO old VALUES (61, 3, 'e') ON CONFLICT (number)"
                        + " DO UPDATE SET name = excluded.name || ' and ' || old.name RETURNING name"));
        sql.run("DELETE FROM oldest WHERE number = 3", "SELECT * FROM old WHERE number = 1 FOR UPDATE");
        assertEquals(List.of("1|a|10", "2|d|60"), sql.rows("SELECT * FROM base ORDER BY id"));
    }

    @Test
    void checkOptionsHold() throws SQLException {
        sql.run(
                "CREATE TABLE checked (a int)",
                "CREATE VIEW low AS SELECT a FROM checked WHERE a > 0",
                "CREATE VIEW local AS SELECT a FROM low WHERE a < 10 WITH LOCAL CHECK OPTION",
                "CREATE VIEW cascaded AS SELECT a FROM low WHERE a < 10 WITH CHECK OPTION",
                "INSERT INTO local VALUES (-1)");
        sql.fails("44000", "INSERT INTO local VALUES (10)");
        sql.fails("44000", "INSERT INTO cascaded VALUES (-1)");
        sql.run("INSERT INTO cascaded VALUES (5)");
        sql.fails("44000", "UPDATE cascaded SET a = 20");
    }

    @Test
    void whatIsNoColumnCannotBeChanged() throws SQLException {
        sql.run(
                "CREATE TABLE counted (a int)",
                "CREATE VIEW counts AS SELECT count(*) FROM counted",
                "CREATE VIEW sums AS SELECT a, a + 1 AS b FROM counted");
        sql.fails("55000", "DELETE FROM counts");
        sql.fails("0A000", "UPDATE sums SET b = 1");
        sql.fails("0A000", "CREATE VIEW bad AS SELECT DISTINCT a FROM counted WITH CHECK OPTION");
    }

    @Test
    void mergeDoesTheFirstClauseThatFits() throws SQLException {
        sql.run(
                "CREATE TABLE stock (id int, amount int) PARTITION BY LIST (id)",
                "CREATE TABLE stock_1 PARTITION OF stock FOR VALUES IN (1, 2)",
                "CREATE TABLE stock_rest PARTITION OF stock DEFAULT",
                "INSERT INTO stock VALUES (1, 10), (2, 20), (3, 30)",
                "MERGE INTO stock s USING (VALUES (1, -10), (2, 5), (4, 7), (5, 0)) d (id, change) ON s.id = d.id"
                        + " WHEN MATCHED AND s.amount + d.change = 0 THEN DELETE"
                        + " WHEN MATCHED THEN UPDATE SET amount = s.amount + d.change, id = 20"
                        + " WHEN NOT MATCHED AND d.change = 0 THEN DO NOTHING"
                        + " WHEN NOT MATCHED THEN INSERT VALUES (d.id, d.change)");
        assertEquals(
                List.of("stock_rest|3|30", "stock_rest|4|7", "stock_rest|20|25"),
                sql.rows("SELECT tableoid::regclass, * FROM stock ORDER BY id"));
        sql.fails(
                "21000",
                "MERGE INTO stock s USING (VALUES (3), (3)) d (id) ON s.id = d.id WHEN MATCHED THEN UPDATE SET amount = 0");
    }
}
