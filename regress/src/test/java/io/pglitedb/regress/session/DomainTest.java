package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// ALTER DOMAIN, and what domains give to columns.
final class DomainTest extends SqlTest {
    @Test
    void defaultsOfDomainsReachColumnsThatHaveNone() throws SQLException {
        sql.run(
                "CREATE DOMAIN three AS int DEFAULT 3",
                "CREATE DOMAIN inherited AS three",
                "CREATE TABLE given (a three, b inherited, c three DEFAULT NULL, d int)",
                "INSERT INTO given (d) VALUES (1)",
                "ALTER DOMAIN three SET DEFAULT 4",
                "INSERT INTO given (d) VALUES (2)",
                "ALTER DOMAIN three DROP DEFAULT",
                "INSERT INTO given (d) VALUES (3)");
        assertEquals(List.of("3|3|null|1", "4|3|null|2", "null|3|null|3"), sql.rows("SELECT * FROM given ORDER BY d"));
    }

    @Test
    void newConstraintsHoldForStoredValues() throws SQLException {
        sql.run(
                "CREATE DOMAIN stored AS int",
                "CREATE DOMAIN narrower AS stored",
                "CREATE TABLE holder (a stored, b narrower)",
                "INSERT INTO holder VALUES (1, -1)");
        sql.fails("23514", "ALTER DOMAIN stored ADD CONSTRAINT positive CHECK (value > 0)");
        sql.run("ALTER DOMAIN stored ADD CONSTRAINT positive CHECK (value > 0) NOT VALID");
        sql.fails("23514", "ALTER DOMAIN stored VALIDATE CONSTRAINT positive");
        sql.fails("23514", "INSERT INTO holder VALUES (1, -2)");
        sql.run(
                "DELETE FROM holder",
                "ALTER DOMAIN stored VALIDATE CONSTRAINT positive",
                "ALTER DOMAIN stored RENAME CONSTRAINT positive TO above",
                "COMMENT ON CONSTRAINT above ON DOMAIN stored IS 'no less than one'",
                "INSERT INTO holder VALUES (null, 2)");
        sql.fails("23502", "ALTER DOMAIN stored SET NOT NULL");
        sql.run("DELETE FROM holder", "ALTER DOMAIN stored SET NOT NULL");
        sql.fails("23502", "INSERT INTO holder VALUES (null, 2)");
        sql.run(
                "ALTER DOMAIN stored DROP NOT NULL",
                "ALTER DOMAIN stored DROP CONSTRAINT above",
                "ALTER DOMAIN stored DROP CONSTRAINT IF EXISTS above",
                "INSERT INTO holder VALUES (null, -2)");
        sql.fails("42704", "ALTER DOMAIN stored DROP CONSTRAINT above");
    }

    @Test
    void valuesInsideOthersCannotBeChecked() throws SQLException {
        sql.run(
                "CREATE DOMAIN inside AS int",
                "CREATE TYPE around AS (a inside)",
                "ALTER DOMAIN inside ADD CHECK (value < 10)",
                "CREATE TABLE composites (a around)",
                "CREATE TABLE arrays (a inside[])");
        sql.fails("0A000", "ALTER DOMAIN inside ADD CHECK (value < 9)");
        sql.run("DROP TABLE composites");
        sql.fails("0A000", "ALTER DOMAIN inside SET NOT NULL");
        sql.run("DROP TABLE arrays", "ALTER DOMAIN inside SET NOT NULL");
    }

    @Test
    void whatDomainsCannotHaveIsRefused() throws SQLException {
        sql.run("CREATE DOMAIN plain AS int", "CREATE TYPE other AS ENUM ('a')");
        sql.fails("42601", "ALTER DOMAIN plain ADD UNIQUE (a)");
        sql.fails("42P17", "ALTER DOMAIN plain ADD CHECK (value > 0) NO INHERIT");
        sql.fails("42809", "ALTER DOMAIN other DROP NOT NULL");
        sql.fails("42704", "ALTER DOMAIN missing DROP NOT NULL");
    }
}
