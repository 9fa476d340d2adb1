package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Addresses of objects, and small functions that tell of the catalog.
final class ObjectAddressTest extends SqlTest {
    @BeforeAll
    void prepare() throws SQLException {
        sql.run(
                "CREATE TABLE t (id int PRIMARY KEY DEFAULT 1, v text)",
                "CREATE DOMAIN d AS int CONSTRAINT positive CHECK (value > 0)",
                "CREATE POLICY p ON t",
                "CREATE ROLE alice",
                "CREATE FOREIGN DATA WRAPPER w",
                "CREATE SERVER s FOREIGN DATA WRAPPER w",
                "CREATE USER MAPPING FOR alice SERVER s",
                "ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC",
                "CREATE PUBLICATION pub FOR TABLE t");
    }

    /// What an address is and whether the way back from it leads to the same address.
    private String roundTrip(String type, String names, String arguments) throws SQLException {
        return sql.rows("""
                        SELECT i.identity, (g.classid, g.objid, g.objsubid) = (a.classid, a.objid, a.objsubid)
                        FROM pg_get_object_address('%s', '%s', '%s') a,
                             pg_identify_object(a.classid, a.objid, a.objsubid) i,
                             pg_identify_object_as_address(a.classid, a.objid, a.objsubid) n,
                             pg_get_object_address(n.type, n.object_names, n.object_args) g""".formatted(type, names, arguments)).getFirst();
    }

    @Test
    void addressesLeadToObjectsAndBack() throws SQLException {
        assertEquals("public.t|t", roundTrip("table", "{t}", "{}"));
        assertEquals("public.t.v|t", roundTrip("table column", "{public,t,v}", "{}"));
        assertEquals("for public.t.id|t", roundTrip("default value", "{t,id}", "{}"));
        assertEquals("t_pkey on public.t|t", roundTrip("table constraint", "{t,t_pkey}", "{}"));
        assertEquals("positive on public.d|t", roundTrip("domain constraint", "{d}", "{positive}"));
        assertEquals("p on public.t|t", roundTrip("policy", "{t,p}", "{}"));
        assertEquals("pg_catalog.abs(integer)|t", roundTrip("function", "{pg_catalog,abs}", "{int4}"));
        assertEquals("pg_catalog.+(integer,integer)|t", roundTrip("operator", "{+}", "{int4,int4}"));
        assertEquals("(integer AS bigint)|t", roundTrip("cast", "{int4}", "{int8}"));
        assertEquals(
                "operator 1 (integer, integer) of pg_catalog.integer_ops USING btree|t",
                roundTrip("operator of access method", "{btree,integer_ops,1}", "{int4,int4}"));
        assertEquals("alice on server s|t", roundTrip("user mapping", "{alice}", "{s}"));
        assertEquals("for role alice in schema public on tables|t", roundTrip("default acl", "{alice,public}", "{r}"));
        assertEquals("public.t in publication pub|t", roundTrip("publication relation", "{t}", "{pub}"));
    }

    @Test
    void addressesOfNothingAreRefused() {
        sql.fails("22023", "SELECT pg_get_object_address('stone', '{}', '{}')");
        sql.fails("22023", "SELECT pg_get_object_address('index column', '{one}', '{}')");
        sql.fails("22023", "SELECT pg_get_object_address('table', '{}', '{}')");
        sql.fails("22023", "SELECT pg_get_object_address('table', '{NULL}', '{}')");
        sql.fails("22023", "SELECT pg_get_object_address('operator family', '{one}', '{}')");
        sql.fails("42601", "SELECT pg_get_object_address('policy', '{one}', '{}')");
        sql.fails("42P01", "SELECT pg_get_object_address('table', '{nothing}', '{}')");
        sql.fails("3F000", "SELECT pg_get_object_address('policy', '{nowhere,t,p}', '{}')");
    }

    @Test
    void publishedTablesNeedAnIdentity() throws SQLException {
        sql.run("CREATE TABLE bare (id int)", "INSERT INTO bare VALUES (1)", "UPDATE bare SET id = 2");
        sql.run("CREATE PUBLICATION bare_pub FOR TABLE bare");
        sql.fails("55000", "UPDATE bare SET id = 2");
        sql.fails("55000", "DELETE FROM bare");
        sql.run("ALTER PUBLICATION bare_pub SET (publish = 'insert')", "UPDATE bare SET id = 3");
        sql.run("ALTER PUBLICATION bare_pub SET (publish = 'insert, update')");
        sql.run("ALTER TABLE bare REPLICA IDENTITY FULL", "UPDATE bare SET id = 4", "DELETE FROM bare");
        sql.run("ALTER PUBLICATION pub SET TABLE t WHERE (v > 'a')");
        sql.fails("42P10", "UPDATE t SET v = 'b'");
        sql.run("ALTER PUBLICATION pub SET TABLE t", "UPDATE t SET v = 'b'");
    }

    @Test
    void policiesChangeTheirNames() throws SQLException {
        sql.run("CREATE TABLE guarded (id int)", "CREATE POLICY one ON guarded", "CREATE POLICY two ON guarded");
        sql.fails("42710", "ALTER POLICY one ON guarded RENAME TO two");
        sql.run("ALTER POLICY one ON guarded RENAME TO three");
        assertEquals(
                List.of("three", "two"),
                sql.rows("SELECT polname FROM pg_policy WHERE polrelid = 'guarded'::regclass ORDER BY 1"));
    }

    @Test
    void conversionsAreMadeOfShippedFunctions() throws SQLException {
        sql.run("CREATE DEFAULT CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8");
        assertEquals("public.conv|t", roundTrip("conversion", "{conv}", "{}"));
        assertEquals(
                List.of("8|6|t"),
                sql.rows("SELECT conforencoding, contoencoding, condefault FROM pg_conversion WHERE conname = 'conv'"));
        sql.fails("42710", "CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8");
        sql.fails("42710", "CREATE DEFAULT CONVERSION other FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8");
        sql.fails("42704", "CREATE CONVERSION other FOR 'nothing' TO 'UTF8' FROM iso8859_1_to_utf8");
        sql.fails("42704", "CREATE CONVERSION other FOR 'LATIN1' TO 'nothing' FROM iso8859_1_to_utf8");
        sql.fails("42883", "CREATE CONVERSION other FOR 'LATIN1' TO 'UTF8' FROM abs");
        sql.fails("0A000", "CREATE CONVERSION other FOR 'LATIN1' TO 'UTF8' FROM koi8r_to_utf8");
        sql.run("ALTER CONVERSION conv RENAME TO renamed", "DROP CONVERSION renamed");
    }

    @Test
    void smallFunctionsTellOfTheCatalog() throws SQLException {
        assertEquals(
                List.of("text, integer|4|1|null|pg_proc"),
                sql.rows("SELECT oidvectortypes('25 23'), pg_encoding_max_length(6), pg_encoding_max_length(8),"
                        + " pg_encoding_max_length(99), pg_filenode_relation(0, pg_relation_filenode('pg_proc'))"));
        assertEquals(List.of("SELECT current_query()"), sql.rows("SELECT current_query()"));
        assertEquals(
                List.of("t"),
                sql.rows("SELECT clock_timestamp() >= now() + interval '20 ms'"
                        + " FROM (SELECT pg_sleep_for('20 ms') OFFSET 0) s"));
        sql.fails("42704", "SELECT pg_collation_actual_version(1)");
    }
}
