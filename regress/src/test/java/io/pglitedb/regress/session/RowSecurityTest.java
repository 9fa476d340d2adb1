package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Policies. Answers are PostgreSQL 15's for the same statements. Each test is rolled back.
@Timeout(120)
class RowSecurityTest {
    @TempDir
    static Path directory;

    private static RunningServer server;
    private Connection connection;
    private Sql sql;

    @BeforeAll
    static void start() {
        server = new RunningServer(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = server.connect();
        connection.setAutoCommit(false);
        sql = new Sql(connection);
        sql.run(
                "CREATE ROLE ann",
                "CREATE ROLE bob",
                "CREATE TABLE t (id int PRIMARY KEY, owner text, secret int)",
                "INSERT INTO t VALUES (1, 'ann', 10), (2, 'bob', 0), (3, 'ann', 30), (4, 'eve', 0)",
                "GRANT ALL ON t TO ann, bob",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY");
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    private void policy(String text) throws SQLException {
        sql.run("CREATE POLICY " + text);
    }

    private void as(String role) throws SQLException {
        sql.run("SET ROLE " + role);
    }

    private String fails(String statement) throws SQLException {
        sql.run("SAVEPOINT s");
        SQLException error = assertThrows(SQLException.class, () -> sql.run(statement), statement);
        sql.run("ROLLBACK TO s");
        return error.getSQLState() + " "
                + error.getMessage().lines().findFirst().orElseThrow();
    }

    private List<String> ids() throws SQLException {
        return sql.rows("SELECT id FROM t ORDER BY id");
    }

    @Test
    void nobodyButTheOwnerSeesRowsWithoutAPolicy() throws SQLException {
        assertEquals(4, ids().size());
        as("ann");
        assertEquals(List.of(), ids());
        assertEquals(List.of("0"), sql.rows("SELECT count(*) FROM t"));
        assertEquals(List.of("null"), sql.rows("SELECT max(id) FROM t"));
    }

    @Test
    void permissivePoliciesAddAndRestrictiveOnesTakeAway() throws SQLException {
        policy("own ON t USING (owner = current_user)");
        policy("all_of_bob ON t TO ann USING (owner = 'bob')");
        policy("not_3 ON t AS RESTRICTIVE USING (id <> 3)");
        as("ann");
        assertEquals(List.of("1", "2"), ids());
        as("bob");
        assertEquals(List.of("2"), ids());
    }

    @Test
    void plansFollowTheRole() throws SQLException {
        policy("own ON t USING (owner = current_user)");
        sql.run("PREPARE q AS SELECT id FROM t ORDER BY id");
        assertEquals(4, sql.rows("EXECUTE q").size());
        as("ann");
        assertEquals(List.of("1", "3"), sql.rows("EXECUTE q"));
        as("bob");
        assertEquals(List.of("2"), sql.rows("EXECUTE q"));
    }

    @Test
    void conditionsThatMightTellOfRowsComeLast() throws SQLException {
        policy("own ON t USING (owner = current_user)");
        as("ann");
        assertEquals(List.of("1", "3"), sql.rows("SELECT id FROM t WHERE 100 / secret > 1 ORDER BY id"));
        sql.run("SET pglitedb.engine = vector");
        assertEquals(List.of("1", "3"), sql.rows("SELECT id FROM t WHERE 100 / secret > 1 ORDER BY id"));
        sql.run("SET pglitedb.engine = row");
        assertEquals(
                List.of("1"),
                sql.rows("SELECT t.id FROM t JOIN (VALUES (1), (2)) v (x) ON x = id AND 9 / secret >= 0"));
        assertEquals(List.of(), sql.rows("SELECT id FROM t WHERE id = 2"));
        assertEquals(List.of("3"), sql.rows("SELECT id FROM t WHERE id = 3"));
    }

    @Test
    void aBarrierViewHidesWhateverWayItIsWritten() throws SQLException {
        sql.run(
                "ALTER TABLE t DISABLE ROW LEVEL SECURITY",
                "CREATE VIEW v WITH (security_barrier = 1) AS SELECT * FROM t WHERE secret > 0",
                "GRANT ALL ON v TO ann");
        as("ann");
        assertEquals(List.of("1", "3"), sql.rows("SELECT id FROM v WHERE 100 / secret > 1 ORDER BY id"));
        assertEquals(List.of("1"), sql.rows("UPDATE v SET owner = 'x' WHERE 100 / secret > 5 RETURNING id"));
    }

    @Test
    void changesFindOnlyWhatPoliciesLetThem() throws SQLException {
        policy("see ON t FOR SELECT USING (owner <> 'eve')");
        policy("edit ON t FOR UPDATE USING (owner = current_user) WITH CHECK (id < 10)");
        policy("del ON t FOR DELETE USING (id = 3)");
        as("ann");
        assertEquals(List.of("1", "3"), sql.rows("UPDATE t SET secret = 7 RETURNING id"));
        assertEquals(
                "42501 ERROR: new row violates row-level security policy for table \"t\"",
                fails("UPDATE t SET id = 20 WHERE id = 1"));
        assertEquals(
                "42501 ERROR: new row violates row-level security policy for table \"t\"",
                fails("UPDATE t SET owner = 'eve' WHERE id = 1"));
        assertEquals(List.of("3"), sql.rows("DELETE FROM t RETURNING id"));
        assertEquals(List.of("1", "2"), ids());
        assertEquals(List.of("1"), sql.rows("SELECT id FROM t FOR UPDATE"));
    }

    @Test
    void newRowsAreChecked() throws SQLException {
        policy("own ON t USING (owner = current_user)");
        policy("small ON t AS RESTRICTIVE FOR INSERT WITH CHECK (id < 10)");
        as("ann");
        sql.run("INSERT INTO t VALUES (5, 'ann', 0)");
        assertEquals(
                "42501 ERROR: new row violates row-level security policy for table \"t\"",
                fails("INSERT INTO t VALUES (6, 'bob', 0)"));
        assertEquals(
                "42501 ERROR: new row violates row-level security policy \"small\" for table \"t\"",
                fails("INSERT INTO t VALUES (60, 'ann', 0)"));
        assertEquals(
                "42501 ERROR: new row violates row-level security policy (USING expression) for table \"t\"",
                fails("INSERT INTO t VALUES (2, 'ann', 0) ON CONFLICT (id) DO UPDATE SET secret = 1"));
        assertEquals(
                List.of("8"),
                sql.rows("INSERT INTO t VALUES (1, 'ann', 0) ON CONFLICT (id) DO UPDATE SET secret = 8"
                        + " RETURNING secret"));
        // The key of a hidden row is not shown.
        assertEquals(
                "23505 ERROR: duplicate key value violates unique constraint \"t_pkey\"",
                fails("INSERT INTO t VALUES (2, 'ann', 0)"));
    }

    @Test
    void mergeAsksThePoliciesOfItsActions() throws SQLException {
        policy("see ON t FOR SELECT USING (true)");
        policy("edit ON t FOR UPDATE USING (owner = current_user)");
        policy("del ON t FOR DELETE USING (id = 3)");
        policy("ins ON t FOR INSERT WITH CHECK (owner = current_user)");
        as("ann");
        sql.run("MERGE INTO t USING (VALUES (1), (9)) v (x) ON id = x WHEN MATCHED THEN UPDATE SET secret = 1"
                + " WHEN NOT MATCHED THEN INSERT VALUES (x, 'ann', 0)");
        assertEquals(
                "42501 ERROR: target row violates row-level security policy (USING expression) for table \"t\"",
                fails("MERGE INTO t USING (VALUES (2)) v (x) ON id = x WHEN MATCHED THEN UPDATE SET secret = 1"));
        assertEquals(
                "42501 ERROR: target row violates row-level security policy (USING expression) for table \"t\"",
                fails("MERGE INTO t USING (VALUES (1)) v (x) ON id = x WHEN MATCHED THEN DELETE"));
        assertEquals(
                "42501 ERROR: new row violates row-level security policy for table \"t\"",
                fails(
                        "MERGE INTO t USING (VALUES (8)) v (x) ON id = x WHEN NOT MATCHED THEN INSERT VALUES (x, 'bob', 0)"));
    }

    @Test
    void ownersAreBoundByForceAndNobodyByBypass() throws SQLException {
        policy("own ON t USING (owner = current_user)");
        sql.run("ALTER TABLE t OWNER TO ann");
        as("ann");
        assertEquals(4, ids().size());
        sql.run("RESET ROLE", "ALTER TABLE t FORCE ROW LEVEL SECURITY");
        as("ann");
        assertEquals(List.of("1", "3"), ids());
        sql.run("SET row_security = off");
        assertEquals(
                "42501 ERROR: query would be affected by row-level security policy for table \"t\"",
                fails("SELECT * FROM t"));
        sql.run("RESET ROLE", "ALTER ROLE ann BYPASSRLS", "SET row_security = on");
        as("ann");
        assertEquals(4, ids().size());
    }

    @Test
    void viewsApplyThePoliciesOfTheirOwnersOrInvokers() throws SQLException {
        policy("own ON t USING (owner = current_user)");
        policy("bobs ON t TO bob USING (owner = 'eve')");
        sql.run(
                "CREATE VIEW v AS SELECT id FROM t",
                "CREATE VIEW vb AS SELECT id FROM t",
                "ALTER VIEW vb OWNER TO bob",
                "CREATE VIEW vi WITH (security_invoker) AS SELECT id FROM t",
                "CREATE VIEW deep AS SELECT id FROM vi",
                "GRANT ALL ON v, vb, vi, deep TO ann");
        as("ann");
        assertEquals(4, sql.rows("SELECT * FROM v").size());
        // The policies are bob's; current_user is who asks.
        assertEquals(List.of("1", "3", "4"), sql.rows("SELECT * FROM vb ORDER BY id"));
        assertEquals(List.of("1", "3"), sql.rows("SELECT * FROM vi ORDER BY id"));
        assertEquals(List.of("1", "3"), sql.rows("SELECT * FROM deep ORDER BY id"));
        assertEquals(3, sql.rows("DELETE FROM vb RETURNING id").size());
    }

    @Test
    void copyAppliesThem() throws SQLException {
        policy("own ON t USING (owner = current_user)");
        as("ann");
        assertTrue(
                fails("COPY t FROM STDIN").startsWith("0A000 ERROR: COPY FROM not supported with row-level security"));
    }

    @Test
    void policiesMayAskOtherTablesAndNotTheirOwn() throws SQLException {
        sql.run("CREATE TABLE members (name text, id int)", "INSERT INTO members VALUES ('ann', 4)");
        policy("m ON t USING (id IN (SELECT m.id FROM members m WHERE name = current_user))");
        as("ann");
        assertEquals("42501 ERROR: permission denied for table members", fails("SELECT * FROM t"));
        sql.run("RESET ROLE", "GRANT SELECT ON members TO ann");
        as("ann");
        assertEquals(List.of("4"), ids());
        sql.run("RESET ROLE");
        policy("self ON t USING (EXISTS (SELECT FROM t x WHERE x.id = t.id))");
        as("ann");
        assertEquals("42P17 ERROR: infinite recursion detected in policy for relation \"t\"", fails("SELECT * FROM t"));
    }

    @Test
    void aFamilyIsReadByThePoliciesOfTheTableThatIsNamed() throws SQLException {
        sql.run(
                "CREATE TABLE p (a int, owner text) PARTITION BY LIST (a)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
                "CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)",
                "INSERT INTO p VALUES (1, 'ann'), (1, 'bob'), (2, 'ann'), (2, 'bob')",
                "ALTER TABLE p ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE p2 ENABLE ROW LEVEL SECURITY",
                "GRANT ALL ON p, p1, p2 TO ann");
        policy("own ON p USING (owner = current_user)");
        as("ann");
        assertEquals(List.of("1|ann", "2|ann"), sql.rows("SELECT * FROM p ORDER BY a"));
        assertEquals(2, sql.rows("SELECT * FROM p1").size());
        assertEquals(0, sql.rows("SELECT * FROM p2").size());
        assertEquals(List.of("2|ann"), sql.rows("UPDATE p SET a = 2 WHERE a = 1 RETURNING *"));
        assertEquals(
                "42501 ERROR: new row violates row-level security policy for table \"p\"",
                fails("INSERT INTO p VALUES (1, 'bob')"));
    }

    @Test
    void foreignKeysSeeEveryRow() throws SQLException {
        sql.run("CREATE TABLE r (id int REFERENCES t)", "GRANT ALL ON r TO ann");
        as("ann");
        sql.run("INSERT INTO r VALUES (2)");
        assertEquals(List.of("2"), sql.rows("SELECT id FROM r"));
    }

    @Test
    void aChangeOfAViewNeedsTheRightsOfItsOwner() throws SQLException {
        sql.run(
                "CREATE TABLE b (x int, y int)",
                "GRANT SELECT ON b TO bob",
                "CREATE VIEW v AS SELECT x, y FROM b",
                "ALTER VIEW v OWNER TO bob",
                "GRANT ALL ON v TO ann");
        as("ann");
        for (String change : List.of(
                "INSERT INTO v VALUES (1, 2)", "UPDATE v SET x = 1", "DELETE FROM v", "SELECT * FROM v FOR UPDATE")) {
            assertEquals("42501 ERROR: permission denied for table b", fails(change), change);
        }
        sql.run("RESET ROLE", "GRANT UPDATE (x), INSERT (x) ON b TO bob");
        as("ann");
        sql.run("UPDATE v SET x = 1", "INSERT INTO v (x) VALUES (1)");
        assertEquals("42501 ERROR: permission denied for table b", fails("UPDATE v SET y = 1"));
        assertEquals("42501 ERROR: permission denied for table b", fails("INSERT INTO v VALUES (1, 2)"));
    }
}
