package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/// Triggers. Answers are PostgreSQL 15's for the same statements.
@Timeout(120)
class TriggerTest {
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
    void connect() throws SQLException {
        connection = server.connect();
        sql = new Sql(connection);
        sql.run(
                "DROP TABLE IF EXISTS t, log",
                "CREATE TABLE t (a int PRIMARY KEY, b text)",
                "CREATE TABLE log (n serial, what text)",
                """
                CREATE OR REPLACE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  INSERT INTO log (what) VALUES (TG_NAME || ' ' || TG_WHEN || ' ' || TG_LEVEL || ' ' || TG_OP
                    || ' ' || TG_TABLE_NAME || coalesce(' ' || OLD::text, '') || coalesce(' ' || NEW::text, '')
                    || coalesce(' ' || TG_ARGV[0], ''));
                  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
                END $$""");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private List<String> log() throws SQLException {
        List<String> rows = sql.rows("SELECT what FROM log ORDER BY n");
        sql.run("DELETE FROM log");
        return rows;
    }

    private String fails(String statement) {
        SQLException error = assertThrows(SQLException.class, () -> sql.run(statement), statement);
        return error.getSQLState() + " "
                + error.getMessage().lines().findFirst().orElseThrow();
    }

    @Test
    void rowsAndStatementsInTheOrderOfNames() throws SQLException {
        sql.run(
                "CREATE TRIGGER b_row BEFORE INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION note('x')",
                "CREATE TRIGGER a_row BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION note()",
                "CREATE TRIGGER z_row AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION note()",
                "CREATE TRIGGER s_before BEFORE INSERT ON t EXECUTE FUNCTION note()",
                "CREATE TRIGGER s_after AFTER INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION note()",
                "INSERT INTO t VALUES (1, 'i')");
        assertEquals(
                List.of(
                        "s_before BEFORE STATEMENT INSERT t",
                        "a_row BEFORE ROW INSERT t (1,i)",
                        "b_row BEFORE ROW INSERT t (1,i) x",
                        "z_row AFTER ROW INSERT t (1,i)",
                        "s_after AFTER STATEMENT INSERT t"),
                log());
        sql.run("UPDATE t SET b = 'u'", "DELETE FROM t");
        assertEquals(
                List.of(
                        "b_row BEFORE ROW UPDATE t (1,i) (1,u) x",
                        "z_row AFTER ROW UPDATE t (1,i) (1,u)",
                        "b_row BEFORE ROW DELETE t (1,u) x",
                        "z_row AFTER ROW DELETE t (1,u)"),
                log());
    }

    @Test
    void beforeTriggersChangeAndSuppress() throws SQLException {
        sql.run("""
                CREATE OR REPLACE FUNCTION change() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF NEW.b = 'skip' THEN RETURN NULL; END IF;
                  NEW.a := NEW.a + 100;
                  NEW.b := upper(NEW.b);
                  RETURN NEW;
                END $$""", "CREATE TRIGGER c BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION change()");
        assertEquals(List.of("101|ONE"), sql.rows("INSERT INTO t VALUES (1, 'one'), (2, 'skip') RETURNING *"));
        assertEquals(List.of("201|TWO"), sql.rows("UPDATE t SET b = 'two' RETURNING *"));
        assertEquals(List.of("201"), sql.rows("SELECT a FROM t WHERE a = 201"));
        assertEquals(List.of(), sql.rows("SELECT a FROM t WHERE a = 101"));
        assertEquals(List.of(), sql.rows("UPDATE t SET b = 'skip' RETURNING *"));
    }

    @Test
    void conditionsAndColumns() throws SQLException {
        sql.run(
                "INSERT INTO t VALUES (1, 'x'), (2, 'y')",
                "CREATE TRIGGER w AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION note()",
                "CREATE TRIGGER o AFTER UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION note()",
                "UPDATE t SET b = 'x'");
        assertEquals(List.of("w AFTER ROW UPDATE t (2,y) (2,x)"), log());
        sql.run("UPDATE t SET a = a WHERE a = 1");
        assertEquals(List.of("o AFTER ROW UPDATE t (1,x) (1,x)"), log());
        assertEquals(
                List.of("CREATE TRIGGER w AFTER UPDATE ON public.t FOR EACH ROW WHEN ((old.b IS DISTINCT FROM new.b))"
                        + " EXECUTE FUNCTION note()"),
                sql.rows("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'w'"));
        assertEquals(
                "42P17 ERROR: INSERT trigger's WHEN condition cannot reference OLD values",
                fails("CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW WHEN (OLD.a = 1) EXECUTE FUNCTION note()"));
    }

    @Test
    void disabledOnesRest() throws SQLException {
        sql.run(
                "CREATE TRIGGER d AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION note()",
                "ALTER TABLE t DISABLE TRIGGER d",
                "INSERT INTO t VALUES (1)");
        assertEquals(List.of(), log());
        sql.run("ALTER TABLE t ENABLE TRIGGER d", "INSERT INTO t VALUES (2)");
        assertEquals(1, log().size());
        sql.run("DROP TRIGGER d ON t", "INSERT INTO t VALUES (3)");
        assertEquals(List.of(), log());
    }

    @Test
    void deferredConstraintTriggersWaitForTheEnd() throws SQLException {
        sql.run("CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
                + " EXECUTE FUNCTION note()");
        connection.setAutoCommit(false);
        sql.run("INSERT INTO t VALUES (1, 'later')");
        assertEquals(List.of(), sql.rows("SELECT what FROM log"));
        sql.run("SET CONSTRAINTS ALL IMMEDIATE");
        assertEquals(1, sql.rows("SELECT what FROM log").size());
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Test
    void partitionsConflictsMergeAndCopies() throws SQLException {
        sql.run(
                "DROP TABLE IF EXISTS p",
                "CREATE TABLE p (a int, b text) PARTITION BY LIST (a)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
                "CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)",
                "CREATE TRIGGER r AFTER INSERT OR UPDATE OR DELETE ON p FOR EACH ROW EXECUTE FUNCTION note()",
                "INSERT INTO p VALUES (1, 'x')",
                "UPDATE p SET a = 2");
        assertEquals(
                List.of("r AFTER ROW INSERT p1 (1,x)", "r AFTER ROW DELETE p1 (1,x)", "r AFTER ROW INSERT p2 (2,x)"),
                log());
        sql.run(
                "DROP TABLE p",
                "CREATE TRIGGER r AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION note()",
                "INSERT INTO t VALUES (1, 'i')",
                "INSERT INTO t VALUES (1, 'c') ON CONFLICT (a) DO UPDATE SET b = excluded.b",
                "MERGE INTO t USING (VALUES (1), (5)) v (x) ON a = x WHEN MATCHED THEN DELETE"
                        + " WHEN NOT MATCHED THEN INSERT VALUES (x, 'm')");
        assertEquals(
                List.of(
                        "r AFTER ROW INSERT t (1,i)",
                        "r AFTER ROW UPDATE t (1,i) (1,c)",
                        "r AFTER ROW DELETE t (1,c)",
                        "r AFTER ROW INSERT t (5,m)"),
                log());
    }

    @Test
    void cascadesFireTriggers() throws SQLException {
        sql.run(
                "DROP TABLE IF EXISTS child",
                "CREATE TABLE child (a int REFERENCES t ON DELETE CASCADE)",
                "INSERT INTO t VALUES (1, 'x')",
                "INSERT INTO child VALUES (1)",
                "CREATE TRIGGER r AFTER DELETE ON child FOR EACH ROW EXECUTE FUNCTION note()",
                "DELETE FROM t");
        assertEquals(List.of("r AFTER ROW DELETE child (1)"), log());
        sql.run("DROP TABLE child");
    }

    @Test
    void truncateAndRedundantUpdates() throws SQLException {
        sql.run(
                "INSERT INTO t VALUES (1, 'x'), (2, 'y')",
                "CREATE TRIGGER z BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE TRIGGER tr AFTER TRUNCATE ON t EXECUTE FUNCTION note()");
        assertEquals(List.of("2|x"), sql.rows("UPDATE t SET b = 'x' RETURNING *"));
        sql.run("TRUNCATE t");
        assertEquals(List.of("tr AFTER STATEMENT TRUNCATE t"), log());
    }

    @Test
    void namedConstraintsWait() throws SQLException {
        sql.run(
                "CREATE TABLE waited (a int CONSTRAINT waited_key UNIQUE DEFERRABLE, b int CONSTRAINT at_once UNIQUE)",
                "INSERT INTO waited VALUES (1, 1), (2, 2)",
                "BEGIN",
                "SET CONSTRAINTS waited_key DEFERRED",
                "UPDATE waited SET a = 2 WHERE a = 1",
                "DELETE FROM waited WHERE b = 2",
                "COMMIT");
        sql.fails("42704", "SET CONSTRAINTS no_such DEFERRED");
        sql.fails("42809", "SET CONSTRAINTS at_once DEFERRED");
    }

    @Test
    void statementTriggersHaveConditionsAndADepth() throws SQLException {
        sql.run(
                "CREATE TABLE deep (a int)",
                "CREATE FUNCTION deeper() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN INSERT INTO deep VALUES (pg_trigger_depth()); RETURN NULL; END $$",
                "CREATE TRIGGER d AFTER INSERT ON deep FOR EACH STATEMENT WHEN (pg_trigger_depth() < 2)"
                        + " EXECUTE FUNCTION deeper()",
                "INSERT INTO deep VALUES (0)");
        assertEquals(List.of("0", "1", "2"), sql.rows("SELECT a FROM deep ORDER BY a"));
        assertEquals(List.of("0"), sql.rows("SELECT pg_trigger_depth()"));
    }
}
