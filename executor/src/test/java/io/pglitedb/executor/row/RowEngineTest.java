package io.pglitedb.executor.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.error.PgException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Statements in SQL, planned and run over a real store. Expected rows are PostgreSQL's.
@Timeout(60)
final class RowEngineTest extends DatabaseTest {
    @BeforeEach
    void createTables() {
        TableDef table = catalog.table("t", "id int4 not null", "name text", "n int8");
        catalog.index("t_pkey", table, true, null, "id");
        catalog.index("t_name_n", table, false, null, "name", "n desc");
        TableDef other = catalog.table("o", "t_id int4", "v numeric");
        catalog.index("o_t_id", other, false, null, "t_id");
        client.run("INSERT INTO t VALUES (1, 'a', 10), (2, 'b', 20), (3, NULL, 30), (4, 'b', NULL)");
        client.run("INSERT INTO o VALUES (1, 1.5), (1, 2.5), (2, 3), (NULL, 4), (9, 5)");
    }

    @Test
    void scans() {
        expect("SELECT * FROM t", "1|a|10", "2|b|20", "3|NULL|30", "4|b|NULL");
        expect("SELECT n, id FROM t WHERE id = 2", "20|2");
        expect("SELECT id FROM t WHERE id = ANY ('{3,1,3,NULL}') ORDER BY id", "1", "3");
        expect("SELECT id FROM t WHERE id > 1 AND id < 4", "2", "3");
        expect("SELECT id FROM t WHERE name = 'b' ORDER BY n DESC", "4", "2");
        expect("SELECT id FROM t WHERE name IS NULL", "3");
        expect("SELECT ctid, tableoid > 0, xmin IS NOT NULL FROM t WHERE ctid = '(0,3)'", "(0,3)|t|t");
        expect("SELECT count(*) FROM t WHERE id = NULL", "0");
        expect("SELECT 1 WHERE false");
        expect("VALUES (1, 'x'), (2, NULL)", "1|x", "2|NULL");
        expect("SELECT * FROM generate_series(1, 3) WITH ORDINALITY g(a, b)", "1|1", "2|2", "3|3");
        expect("SELECT id, generate_series(1, id) FROM t WHERE id < 3", "1|1", "2|1", "2|2");
    }

    @Test
    void sortsAndLimits() {
        expect("SELECT id FROM t ORDER BY name DESC NULLS LAST, id DESC", "4", "2", "1", "3");
        expect("SELECT id FROM t ORDER BY n LIMIT 2 OFFSET 1", "2", "3");
        expect("SELECT name FROM t ORDER BY name FETCH FIRST 2 ROWS WITH TIES", "a", "b", "b");
        expect("SELECT DISTINCT name FROM t ORDER BY 1", "a", "b", "NULL");
        assertEquals("2201W", fails("SELECT 1 LIMIT -1").state().code());
    }

    @Test
    void aggregates() {
        expect(
                "SELECT count(*), count(name), sum(n), avg(id), min(name), max(n) FROM t",
                "4|3|60|2.5000000000000000|a|30");
        expect("SELECT name, count(*), sum(id) FROM t GROUP BY name ORDER BY name", "a|1|1", "b|2|6", "NULL|1|3");
        expect("SELECT sum(n) FROM t WHERE false", "NULL");
        expect("SELECT name FROM t GROUP BY name HAVING count(*) > 1", "b");
        expect("SELECT count(DISTINCT name), string_agg(name, ',' ORDER BY id DESC) FROM t", "2|b,b,a");
        expect("SELECT count(*) FILTER (WHERE id > 2) FROM t", "2");
        expect("SELECT array_agg(id ORDER BY n NULLS FIRST) FROM t", "{4,1,2,3}");
    }

    @Test
    void orderedSets() {
        expect(
                "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY id), mode() WITHIN GROUP (ORDER BY name),"
                        + " rank(3) WITHIN GROUP (ORDER BY id), percentile_disc('{0,1}'::float8[])"
                        + " WITHIN GROUP (ORDER BY n) FROM t",
                "2.5|b|3|{10,30}");
    }

    @Test
    void joins() {
        expect("SELECT id, v FROM t JOIN o ON id = t_id ORDER BY v", "1|1.5", "1|2.5", "2|3");
        expect(
                "SELECT id, v FROM t LEFT JOIN o ON id = t_id ORDER BY id, v",
                "1|1.5",
                "1|2.5",
                "2|3",
                "3|NULL",
                "4|NULL");
        expect("SELECT id, v FROM t RIGHT JOIN o ON id = t_id ORDER BY v", "1|1.5", "1|2.5", "2|3", "NULL|4", "NULL|5");
        expect(
                "SELECT id, v FROM t FULL JOIN o ON id = t_id ORDER BY id, v",
                "1|1.5",
                "1|2.5",
                "2|3",
                "3|NULL",
                "4|NULL",
                "NULL|4",
                "NULL|5");
        expect("SELECT count(*) FROM t, o", "20");
        expect("SELECT id FROM t WHERE EXISTS (SELECT FROM o WHERE t_id = id) ORDER BY id", "1", "2");
        expect("SELECT id FROM t WHERE NOT EXISTS (SELECT FROM o WHERE t_id = id) ORDER BY id", "3", "4");
        expect("SELECT id FROM t WHERE id IN (SELECT t_id FROM o) ORDER BY id", "1", "2");
        expect("SELECT id FROM t WHERE id NOT IN (SELECT t_id FROM o)");
        expect("SELECT id FROM t WHERE id NOT IN (SELECT t_id FROM o WHERE t_id IS NOT NULL) ORDER BY id", "3", "4");
        expect(
                "SELECT id, x FROM t, LATERAL (SELECT sum(v) FROM o WHERE t_id = id) s(x) ORDER BY id",
                "1|4.0",
                "2|3",
                "3|NULL",
                "4|NULL");
    }

    @Test
    void functionsReturningRecords() {
        expect("SELECT b, a FROM json_to_record('{\"a\": 1, \"b\": \"x\"}') AS r(a int, b text)", "x|1");
        fails(
                "WITH r(x) AS (VALUES (row(1, 2))) SELECT c.* FROM r, coalesce(x) AS c(a int, b float8)",
                "42804",
                "function return row and query-specified return row do not match",
                "Returned type integer at ordinal position 2, but query expects double precision.");
        fails(
                "SELECT * FROM json_populate_recordset(row(0::int), '[{\"a\": \"1\"}]') q(a text, b text)",
                "42804",
                "function return row and query-specified return row do not match",
                "Returned row contains 1 attribute, but query expects 2.");
    }

    @Test
    void listsOfValues() {
        expect("SELECT n FROM t WHERE n + 0 IN (10, 30, 50) ORDER BY n", "10", "30");
        expect(
                "SELECT id, n + 0 IN (10, NULL), n + 0 NOT IN (10, 20) FROM t ORDER BY id",
                "1|t|f",
                "2|NULL|f",
                "3|NULL|t",
                "4|NULL|NULL");
        expect("SELECT id FROM t WHERE id + 0 NOT IN (1, NULL)");
        expect(
                "SELECT id, id = ANY (ARRAY[id, NULL]), name <> ALL ('{}'::text[]) FROM t WHERE id > 2 ORDER BY id",
                "3|t|t",
                "4|t|t");
    }

    @Test
    void subqueries() {
        expect(
                "SELECT id, (SELECT sum(v) FROM o WHERE t_id = id) FROM t ORDER BY id",
                "1|4.0",
                "2|3",
                "3|NULL",
                "4|NULL");
        expect("SELECT (SELECT max(id) FROM t), ARRAY(SELECT id FROM t ORDER BY id DESC)", "4|{4,3,2,1}");
        expect(
                "SELECT id, id = ANY (SELECT t_id FROM o), id > ALL (SELECT t_id FROM o WHERE t_id < 3) FROM t"
                        + " ORDER BY id",
                "1|t|f",
                "2|t|f",
                "3|NULL|t",
                "4|NULL|t");
        expect("SELECT (1, 'a') = (SELECT id, name FROM t WHERE id = 1)", "t");
        assertEquals("21000", fails("SELECT (SELECT id FROM t)").state().code());
        expect(
                "SELECT id FROM t WHERE (CASE WHEN id IN (SELECT t_id FROM o) THEN id + 1 END)"
                        + " IN (SELECT v::int FROM o) ORDER BY id",
                "1",
                "2");
        // The inner subquery depends on the outermost row only: what is kept of it goes with that row.
        expect(
                "SELECT id, (SELECT min(v) FROM o WHERE t_id = (SELECT x.id FROM t x WHERE x.id = t.id)) FROM t"
                        + " ORDER BY id",
                "1|1.5",
                "2|3",
                "3|NULL",
                "4|NULL");
        expect(
                "WITH RECURSIVE r(i) AS (VALUES (1) UNION ALL (WITH z AS NOT MATERIALIZED (SELECT * FROM r)"
                        + " SELECT a.i + b.i FROM z a, z b WHERE a.i < 4)) SELECT * FROM r",
                "1",
                "2",
                "4");
        expect(
                "WITH RECURSIVE r(i) AS (VALUES (1) UNION SELECT i % 3 + 1 FROM r) SELECT a.i, b.i FROM r a, r b"
                        + " WHERE a.i = b.i ORDER BY 1",
                "1|1", "2|2", "3|3");
        expect(
                "WITH x AS (SELECT id FROM t WHERE id < 3) SELECT a.id, b.id FROM x a, x b ORDER BY 1, 2",
                "1|1",
                "1|2",
                "2|1",
                "2|2");
    }

    @Test
    void setOperations() {
        expect("SELECT id FROM t UNION SELECT t_id FROM o ORDER BY 1", "1", "2", "3", "4", "9", "NULL");
        expect("SELECT id FROM t INTERSECT SELECT t_id FROM o ORDER BY 1", "1", "2");
        expect("SELECT t_id FROM o EXCEPT ALL SELECT id FROM t ORDER BY 1", "1", "9", "NULL");
    }

    @Test
    void changesRows() {
        expect("UPDATE t SET n = n + 1, name = 'z' WHERE id <= 2 RETURNING id, name, n", "1|z|11", "2|z|21");
        assertEquals(2, client.changedRows);
        expect("SELECT id FROM t WHERE name = 'z' ORDER BY n", "1", "2");
        expect("SELECT id FROM t WHERE name = 'a'");
        expect("UPDATE t SET name = v::text FROM o WHERE t_id = id AND v > 2 RETURNING id, t.name", "1|2.5", "2|3");
        expect("DELETE FROM t WHERE id > 2 RETURNING *", "3|NULL|30", "4|b|NULL");
        expect("SELECT id FROM t", "1", "2");
        expect("INSERT INTO t(id) VALUES (7) RETURNING id, name, ctid IS NOT NULL", "7|NULL|t");
        expect("INSERT INTO t SELECT id + 10, name FROM t");
        expect("SELECT count(*) FROM t", "6");
        expect("UPDATE t SET id = id + 100 WHERE id > 10 RETURNING id", "111", "112", "117");
        expect("WITH d AS (DELETE FROM t WHERE id > 10 RETURNING id) SELECT count(*) FROM d", "3");
        expect("SELECT id FROM t", "1", "2", "7");
    }

    @Test
    void uniqueKeys() {
        PgException error = fails("INSERT INTO t VALUES (1)");
        assertEquals("23505", error.state().code());
        assertEquals("duplicate key value violates unique constraint \"t_pkey\"", error.getMessage());
        assertEquals("Key (id)=(1) already exists.", error.report().detail());
        assertEquals("t_pkey", error.report().constraint());
        assertEquals("public", error.report().schema());
        assertEquals("23505", fails("UPDATE t SET id = 2 WHERE id = 1").state().code());
        expect("SELECT id, n FROM t WHERE id < 3", "1|10", "2|20");
        expect("INSERT INTO t VALUES (1, 'q'), (8, 'q') ON CONFLICT DO NOTHING RETURNING id", "8");
        expect(
                "INSERT INTO t VALUES (1, 'q'), (9, 'q') ON CONFLICT (id) DO UPDATE SET name = excluded.name || t.name"
                        + " RETURNING id, name",
                "1|qa",
                "9|q");
        assertEquals(
                "21000",
                fails("INSERT INTO t VALUES (11), (11) ON CONFLICT (id) DO UPDATE SET n = 0")
                        .state()
                        .code());
    }

    @Test
    void notNullAndChecks() {
        PgException error = fails("INSERT INTO t VALUES (NULL, 'x', 5)");
        assertEquals("23502", error.state().code());
        assertEquals("null value in column \"id\" of relation \"t\" violates not-null constraint", error.getMessage());
        assertEquals("Failing row contains (null, x, 5).", error.report().detail());
        assertEquals("id", error.report().column());
        TableDef table = catalog.table("c", "a int4", "b int4 generated a * 2");
        catalog.check("c_small", table, "a < 100");
        expect("INSERT INTO c VALUES (4), (NULL) RETURNING a, b", "4|8", "NULL|NULL");
        expect("UPDATE c SET a = 5 WHERE a = 4 RETURNING b", "10");
        PgException check = fails("INSERT INTO c VALUES (100)");
        assertEquals("23514", check.state().code());
        assertEquals("new row for relation \"c\" violates check constraint \"c_small\"", check.getMessage());
        assertEquals("Failing row contains (100, 200).", check.report().detail());
    }

    @Test
    void spills() {
        client.workMemBytes = 10_000;
        client.run("INSERT INTO o SELECT i % 500, i FROM generate_series(1, 3000) i");
        expect(
                "SELECT count(*), sum(v), min(v), max(v) FROM (SELECT v FROM o ORDER BY v LIMIT 20000) s",
                "3005|4501516.0|1|3000");
        expect("SELECT count(*) FROM (SELECT t_id, sum(v) FROM o GROUP BY t_id) s", "501");
        expect("SELECT count(*), sum(a.v + b.v) FROM o a JOIN o b ON a.t_id = b.t_id", "18054|54078332.0");
        expect("SELECT count(*) FROM o a LEFT JOIN o b ON a.t_id = b.t_id", "18055");
        expect("SELECT count(*) FROM o a FULL JOIN o b ON a.t_id = b.t_id AND a.v = b.v + 500", "3510");
    }
}
