package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Publications and subscriptions as objects of the catalog.
final class ReplicationObjectTest extends SqlTest {
    @BeforeAll
    void prepare() throws SQLException {
        sql.run(
                "CREATE TABLE a (id int PRIMARY KEY, v text, g int GENERATED ALWAYS AS (id) STORED)",
                "CREATE SCHEMA s",
                "CREATE TABLE s.b (id int PRIMARY KEY)",
                "CREATE TABLE whole (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (10)",
                "CREATE VIEW v AS SELECT 1",
                "CREATE ROLE alice");
    }

    private List<String> tables(String publication) throws SQLException {
        return sql.rows("SELECT schemaname, tablename, attnames, rowfilter FROM pg_publication_tables"
                + " WHERE pubname = '" + publication + "' ORDER BY 1, 2");
    }

    @Test
    void publicationsHaveTablesAndSchemas() throws SQLException {
        sql.run("CREATE PUBLICATION p FOR TABLE a (id) WHERE (id > 3) WITH (publish = 'insert, truncate')");
        assertEquals(
                List.of("f|t|f|f|t|f"),
                sql.rows("SELECT puballtables, pubinsert, pubupdate, pubdelete, pubtruncate, pubviaroot"
                        + " FROM pg_publication WHERE pubname = 'p'"));
        assertEquals(List.of("public|a|{id}|(id > 3)"), tables("p"));
        sql.fails("2BP01", "ALTER TABLE a DROP COLUMN id");
        sql.fails("22023", "ALTER PUBLICATION p ADD TABLES IN SCHEMA s");
        sql.fails("42710", "ALTER PUBLICATION p ADD TABLE a");
        sql.run("ALTER PUBLICATION p SET TABLE whole, a", "ALTER PUBLICATION p ADD TABLES IN SCHEMA s");
        assertEquals(List.of("public|a|{id,v}|null", "public|part|{id}|null", "s|b|{id}|null"), tables("p"));
        sql.run("ALTER PUBLICATION p SET (publish_via_partition_root)");
        assertEquals(List.of("public|a|{id,v}|null", "public|whole|{id}|null", "s|b|{id}|null"), tables("p"));
        sql.run("ALTER PUBLICATION p DROP TABLE a, whole", "ALTER PUBLICATION p RENAME TO q");
        assertEquals(List.of("s|b|{id}|null"), tables("q"));
        sql.fails("42501", "SET ROLE alice; ALTER PUBLICATION q SET (publish = 'insert')");
        sql.run("RESET ROLE", "DROP PUBLICATION q");
        assertEquals(List.of("0"), sql.rows("SELECT count(*) FROM pg_publication_namespace"));
    }

    @Test
    void publicationsRefuseWhatTheyCannotHave() {
        sql.fails("22023", "CREATE PUBLICATION x FOR TABLE v");
        sql.fails("22023", "CREATE PUBLICATION x FOR TABLE pg_class");
        sql.fails("22023", "CREATE PUBLICATION x FOR TABLE whole WHERE (id > 1)");
        sql.fails("42P10", "CREATE PUBLICATION x FOR TABLE a (g)");
        sql.fails("42P10", "CREATE PUBLICATION x FOR TABLE a (ctid)");
        sql.fails("42703", "CREATE PUBLICATION x FOR TABLE a (nothing)");
        sql.fails("0A000", "CREATE PUBLICATION x FOR TABLE a WHERE (id > random())");
        sql.fails("42804", "CREATE PUBLICATION x FOR TABLE a WHERE (1)");
        sql.fails("42601", "CREATE PUBLICATION x WITH (publish = 'insert', publish = 'delete')");
        sql.fails("42601", "CREATE PUBLICATION x WITH (publish = 'everything')");
    }

    @Test
    void subscriptionsStandInTheCatalogOnly() throws SQLException {
        sql.run("CREATE SUBSCRIPTION sub CONNECTION 'dbname=x' PUBLICATION p, r WITH (connect = false, two_phase)");
        assertEquals(
                List.of("f|f|p|off|sub|{p,r}"),
                sql.rows("SELECT subenabled, subbinary, subtwophasestate, subsynccommit, subslotname, subpublications"
                        + " FROM pg_subscription"));
        sql.run(
                "ALTER SUBSCRIPTION sub ADD PUBLICATION t WITH (refresh = false)",
                "ALTER SUBSCRIPTION sub DROP PUBLICATION p WITH (refresh = false)",
                "ALTER SUBSCRIPTION sub SET (binary, synchronous_commit = local)",
                "ALTER SUBSCRIPTION sub SKIP (lsn = '0/12')");
        assertEquals(
                List.of("t|local|{r,t}|0/12"),
                sql.rows("SELECT subbinary, subsynccommit, subpublications, subskiplsn FROM pg_subscription"));
        sql.fails("0A000", "ALTER SUBSCRIPTION sub ENABLE");
        sql.fails("0A000", "DROP SUBSCRIPTION sub");
        sql.fails("0A000", "CREATE SUBSCRIPTION other CONNECTION 'dbname=x' PUBLICATION p");
        sql.fails("42601", "CREATE SUBSCRIPTION other CONNECTION 'rubbish' PUBLICATION p WITH (connect = false)");
        sql.run("ALTER SUBSCRIPTION sub SET (slot_name = NONE)", "DROP SUBSCRIPTION sub");
        assertEquals(List.of(), sql.rows("SELECT subname FROM pg_subscription"));
    }
}
