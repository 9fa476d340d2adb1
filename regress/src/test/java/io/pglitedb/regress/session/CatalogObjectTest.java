package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Objects that stand in the catalog alone: of foreign data, of extended statistics; security labels.
final class CatalogObjectTest extends SqlTest {
    @Test
    void foreignObjectsAreMadeChangedAndDropped() throws SQLException {
        sql.run(
                "CREATE FOREIGN DATA WRAPPER pg VALIDATOR postgresql_fdw_validator",
                "CREATE SERVER remote TYPE 't' VERSION '1' FOREIGN DATA WRAPPER pg OPTIONS (host 'a', port '1')",
                "ALTER SERVER remote VERSION '2' OPTIONS (SET host 'b', DROP port, ADD dbname 'c')",
                "CREATE USER MAPPING FOR PUBLIC SERVER remote OPTIONS (user 'u')",
                "ALTER USER MAPPING FOR PUBLIC SERVER remote OPTIONS (password 'p')",
                "CREATE FOREIGN DATA WRAPPER free",
                "CREATE SERVER loose FOREIGN DATA WRAPPER free",
                "CREATE FOREIGN TABLE far (a int OPTIONS (x '1') CHECK (a > 0), b text) SERVER loose OPTIONS (y '2')",
                "ALTER FOREIGN TABLE far OPTIONS (SET y '3'), ALTER COLUMN b OPTIONS (z '4')",
                "ALTER FOREIGN TABLE far ADD COLUMN c int");
        assertEquals(
                List.of("2|{host=b,dbname=c}"),
                sql.rows("SELECT srvversion, srvoptions FROM pg_foreign_server WHERE srvname = 'remote'"));
        assertEquals(
                List.of("{user=u,password=p}"),
                sql.rows("SELECT umoptions FROM pg_user_mapping m JOIN pg_foreign_server s ON s.oid = umserver"
                        + " WHERE srvname = 'remote'"));
        assertEquals(List.of("{y=3}"), sql.rows("SELECT ftoptions FROM pg_foreign_table"));
        assertEquals(
                List.of("a|{x=1}", "b|{z=4}", "c|null"),
                sql.rows("SELECT attname, attfdwoptions FROM pg_attribute"
                        + " WHERE attrelid = 'far'::regclass AND attnum > 0 ORDER BY attnum"));
        sql.fails("42601", "ALTER SERVER remote OPTIONS (nonsense 'd')");
        sql.fails("42710", "ALTER SERVER remote OPTIONS (dbname 'd')");
        sql.fails("42704", "ALTER SERVER remote OPTIONS (DROP port)");
        sql.fails("42710", "CREATE USER MAPPING FOR PUBLIC SERVER remote");
        sql.fails("55000", "SELECT * FROM far");
        sql.fails("55000", "INSERT INTO far VALUES (1, 'x')");
        sql.fails("55000", "DELETE FROM far");
        sql.fails("55000", "IMPORT FOREIGN SCHEMA s FROM SERVER loose INTO public");
        sql.fails("0A000", "CREATE FOREIGN TABLE keyed (a int PRIMARY KEY) SERVER loose");
        sql.fails("2BP01", "DROP SERVER loose");
        sql.run(
                "DROP FOREIGN TABLE far",
                "DROP USER MAPPING FOR PUBLIC SERVER remote",
                "DROP USER MAPPING IF EXISTS FOR PUBLIC SERVER remote",
                "DROP FOREIGN DATA WRAPPER free CASCADE");
        assertEquals(List.of("0"), sql.rows("SELECT count(*) FROM pg_foreign_table"));
        assertEquals(
                List.of("remote"),
                sql.rows("SELECT srvname FROM pg_foreign_server WHERE srvname IN ('remote', 'loose')"));
    }

    @Test
    void serversAreUsedByWhoMay() throws SQLException {
        sql.run(
                "CREATE FOREIGN DATA WRAPPER guarded",
                "CREATE SERVER kept FOREIGN DATA WRAPPER guarded",
                "CREATE ROLE visitor",
                "SET ROLE visitor");
        sql.fails("42501", "CREATE FOREIGN DATA WRAPPER mine");
        sql.fails("42501", "CREATE SERVER mine FOREIGN DATA WRAPPER guarded");
        sql.fails("42501", "CREATE USER MAPPING FOR CURRENT_USER SERVER kept");
        sql.run(
                "RESET ROLE",
                "GRANT USAGE ON FOREIGN SERVER kept TO visitor",
                "SET ROLE visitor",
                "CREATE USER MAPPING FOR CURRENT_USER SERVER kept");
        sql.fails("42501", "CREATE USER MAPPING FOR PUBLIC SERVER kept");
        sql.run("RESET ROLE", "REASSIGN OWNED BY visitor TO CURRENT_USER");
        assertEquals(
                List.of("visitor"),
                sql.rows("SELECT umuser::regrole FROM pg_user_mapping m, pg_foreign_server s"
                        + " WHERE s.oid = umserver AND srvname = 'kept' AND umuser <> 0"));
    }

    @Test
    void statisticsObjectsFollowTheirTable() throws SQLException {
        sql.run(
                "CREATE TABLE measured (a int, b int, c text, d xid)",
                "CREATE STATISTICS named (ndistinct, dependencies) ON a, b FROM measured",
                "CREATE STATISTICS single ON (a * 2) FROM measured",
                "ALTER STATISTICS named SET STATISTICS 50",
                "ALTER STATISTICS single RENAME TO renamed");
        assertEquals(
                List.of("named|{d,f}|1 2|50", "renamed|{e}||-1"),
                sql.rows("SELECT stxname, stxkind, stxkeys, stxstattarget FROM pg_statistic_ext ORDER BY 1"));
        sql.fails("42P17", "CREATE STATISTICS few ON a FROM measured");
        sql.fails("42701", "CREATE STATISTICS twice ON a, a FROM measured");
        sql.fails("42601", "CREATE STATISTICS odd (histogram) ON a, b FROM measured");
        sql.fails("0A000", "CREATE STATISTICS unordered ON a, d FROM measured");
        sql.fails("42710", "CREATE STATISTICS named ON a, b FROM measured");
        sql.run("ALTER TABLE measured DROP COLUMN c", "DROP STATISTICS renamed");
        assertEquals(List.of("named"), sql.rows("SELECT stxname FROM pg_statistic_ext"));
        sql.run("DROP TABLE measured");
        assertEquals(List.of(), sql.rows("SELECT stxname FROM pg_statistic_ext"));
    }

    @Test
    void labelsHaveNoProvider() throws SQLException {
        sql.run("CREATE TABLE labelled (a int)");
        sql.fails("22023", "SECURITY LABEL ON TABLE labelled IS 'x'");
        sql.fails("22023", "SECURITY LABEL FOR nobody ON TABLE labelled IS 'x'");
    }
}
