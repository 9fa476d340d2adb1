package io.pglitedb.executor.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.types.error.PgException;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Foreign keys in both directions, with PostgreSQL's words.
@Timeout(60)
final class ForeignKeyTest extends DatabaseTest {
    private IndexDef parentKey;
    private TableDef child;

    @BeforeEach
    void createTables() {
        TableDef parent = catalog.table("p", "id int8 not null", "name text");
        parentKey = catalog.index("p_pkey", parent, true, null, "id");
        child = catalog.table("c", "id int4", "p_id int4 default 1");
        catalog.index("c_p_id", child, false, null, "p_id");
        client.run("INSERT INTO p VALUES (1, 'a'), (2, 'b'), (3, 'c')");
    }

    private void foreignKey(String actions, boolean deferred) {
        catalog.foreignKey("c_p_id_fkey", child, List.of(2), parentKey, actions, deferred, deferred);
    }

    @Test
    void referencingRows() {
        foreignKey("aas", false);
        expect("INSERT INTO c VALUES (10, 1), (11, NULL), (12, 2)");
        fails(
                "INSERT INTO c VALUES (13, 9)",
                "23503",
                "insert or update on table \"c\" violates foreign key constraint \"c_p_id_fkey\"",
                "Key (p_id)=(9) is not present in table \"p\".");
        fails(
                "UPDATE c SET p_id = 7 WHERE id = 10",
                "23503",
                "insert or update on table \"c\" violates foreign key constraint \"c_p_id_fkey\"",
                "Key (p_id)=(7) is not present in table \"p\".");
        expect("UPDATE c SET p_id = 3 WHERE id = 10 RETURNING p_id", "3");
        expect("SELECT id, p_id FROM c", "10|3", "11|NULL", "12|2");
    }

    @Test
    void noAction() {
        foreignKey("aas", false);
        client.run("INSERT INTO c VALUES (10, 1)");
        PgException error = fails("DELETE FROM p WHERE id = 1");
        assertEquals(
                "update or delete on table \"p\" violates foreign key constraint \"c_p_id_fkey\" on table \"c\"",
                error.getMessage());
        assertEquals(
                "Key (id)=(1) is still referenced from table \"c\".",
                error.report().detail());
        assertEquals("c", error.report().table());
        assertEquals("c_p_id_fkey", error.report().constraint());
        assertEquals(
                "23503", fails("UPDATE p SET id = 100 WHERE id = 1").state().code());
        expect("UPDATE p SET name = 'x' WHERE id = 1 RETURNING name", "x");
        expect("DELETE FROM p WHERE id = 2 RETURNING id", "2");
        // Another row takes the key within the statement.
        expect("UPDATE p SET id = 4 - id WHERE id = 4");
        expect("SELECT id FROM p", "1", "3");
    }

    @Test
    void cascades() {
        foreignKey("ccs", false);
        client.run("INSERT INTO c VALUES (10, 1), (11, 1), (12, 2)");
        client.run("UPDATE p SET id = id + 100 WHERE id = 1");
        expect("SELECT id, p_id FROM c ORDER BY id", "10|101", "11|101", "12|2");
        client.run("DELETE FROM p WHERE id = 101");
        expect("SELECT id, p_id FROM c WHERE p_id > 0", "12|2");
    }

    @Test
    void setNullAndDefault() {
        foreignKey("nds", false);
        client.run("INSERT INTO c VALUES (10, 2), (11, 3)");
        client.run("UPDATE p SET id = 30 WHERE id = 3");
        expect("SELECT id, p_id FROM c ORDER BY id", "10|2", "11|NULL");
        client.run("DELETE FROM p WHERE id = 2");
        expect("SELECT id, p_id FROM c ORDER BY id", "10|1", "11|NULL");
        assertEquals("23503", fails("DELETE FROM p WHERE id = 1").state().code());
    }

    @Test
    void deferred() {
        foreignKey("aas", true);
        client.begin(Isolation.READ_COMMITTED);
        client.run("INSERT INTO c VALUES (10, 50)");
        client.run("INSERT INTO p VALUES (50, 'late')");
        client.commit();
        client.begin(Isolation.READ_COMMITTED);
        client.run("INSERT INTO c VALUES (11, 60), (12, 70)");
        client.run("DELETE FROM c WHERE p_id = 70");
        assertEquals(
                "Key (p_id)=(60) is not present in table \"p\".",
                Assertions.assertThrows(PgException.class, client::commit)
                        .report()
                        .detail());
        expect("SELECT id FROM c", "10");
    }

    @Test
    void toItself() {
        TableDef tree = catalog.table("tree", "id int4 not null", "up int4");
        IndexDef key = catalog.index("tree_pkey", tree, true, null, "id");
        catalog.foreignKey("tree_up_fkey", tree, List.of(2), key, "acs", false, false);
        client.run("INSERT INTO tree VALUES (3, 2), (2, 1), (1, NULL), (4, 4)");
        client.run("DELETE FROM tree WHERE id = 1");
        expect("SELECT * FROM tree", "4|4");
    }

    @Test
    void uniqueAndDeferrable() {
        TableDef table = catalog.table("u", "a int4");
        IndexDef index = catalog.index("u_a_key", table, true, false, null, List.of(), "a");
        catalog.uniqueConstraint(index, false);
        client.run("INSERT INTO u VALUES (1), (2), (3)");
        client.run("UPDATE u SET a = a + 1");
        expect("SELECT a FROM u ORDER BY a", "2", "3", "4");
        fails(
                "INSERT INTO u VALUES (3)",
                "23505",
                "duplicate key value violates unique constraint \"u_a_key\"",
                "Key (a)=(3) already exists.");
    }
}
