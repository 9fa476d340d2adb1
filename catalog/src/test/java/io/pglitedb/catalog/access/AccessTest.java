package io.pglitedb.catalog.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.catalog.define.Namespaces;
import io.pglitedb.catalog.define.Privileges;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogStore;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static final int SUPERUSER = 10;
    private static final int USAGE = Privilege.USAGE.bit();

    @TempDir
    Path directory;

    private RowStore rows;
    private DatabaseCatalog database;
    private Transaction transaction;
    private CatalogWriter writer;
    private int ann;
    private int bob;
    private int team;

    @BeforeEach
    void open() {
        rows = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20));
        database = CatalogStore.open(rows).database("postgres");
        transaction = rows.begin(TransactionOptions.readCommitted(new LockSession(1)));
        writer = database.writer(transaction);
        ann = role("ann", true);
        bob = role("bob", false);
        team = role("team", true);
    }

    @AfterEach
    void close() {
        transaction.close();
        rows.close();
    }

    private int role(String name, boolean inherit) {
        return new Roles(writer)
                .create(new RoleDef(
                        0,
                        name,
                        false,
                        inherit,
                        false,
                        false,
                        false,
                        false,
                        false,
                        -1,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void membersHaveTheRightsOfRolesTheyInherit() {
        Roles roles = new Roles(writer);
        assertTrue(roles.grant(team, ann, SUPERUSER, false));
        assertTrue(roles.grant(team, bob, SUPERUSER, true));
        assertFalse(roles.grant(team, ann, SUPERUSER, false));
        RoleGraph graph = new RoleGraph(writer.view());
        assertTrue(graph.hasRightsOf(ann, team));
        assertFalse(graph.hasRightsOf(bob, team));
        assertTrue(graph.isMember(bob, team));
        assertTrue(graph.isAdminOf(bob, team));
        assertFalse(graph.isAdminOf(ann, team));
        assertTrue(graph.hasRightsOf(SUPERUSER, bob));
        assertTrue(roles.revoke(team, ann, false));
        assertFalse(new RoleGraph(writer.view()).isMember(ann, team));
    }

    @Test
    void rightsGrantedOnAreRevokedWithTheirSource() {
        int owner = ann;
        Acl acl = new Acl(DefaultRights.of('n').toAcl(owner), owner);
        acl.grant(bob, owner, USAGE, USAGE);
        acl.grant(team, bob, USAGE, 0);
        PgException refused = assertThrows(PgException.class, () -> acl.revoke(bob, owner, USAGE, USAGE, false));
        assertEquals("dependent privileges exist", refused.getMessage());
        acl.grant(bob, owner, USAGE, USAGE);
        assertEquals(
                "grant options cannot be granted back to your own grantor",
                assertThrows(PgException.class, () -> acl.grant(bob, team, USAGE, USAGE))
                        .getMessage());
        acl.revoke(bob, owner, USAGE, USAGE, true);
        assertEquals(new Acl(DefaultRights.of('n').toAcl(owner), owner).toString(), acl.toString());
    }

    @Test
    void theSearchPathLeavesOutSchemasOneMayNotUse() {
        int schema = Namespaces.create(writer, "s", SUPERUSER);
        SearchPath path = new SearchPath(List.of("s", "public"), ann, 0);
        assertEquals(List.of(11, 2200), writer.view().withSearchPath(path).searchPath());
        Privileges privileges = new Privileges(writer);
        Acl acl = new Acl(DefaultRights.of('n').toAcl(SUPERUSER), SUPERUSER);
        acl.grant(ann, SUPERUSER, USAGE, 0);
        privileges.setAcl(ObjectAddress.schema(schema), acl, SUPERUSER);
        assertEquals(
                List.of(11, schema, 2200), writer.view().withSearchPath(path).searchPath());
        assertEquals(1, writer.scan(SystemTables.table("pg_shdepend")).size());
        acl.revoke(ann, SUPERUSER, USAGE, 0, false);
        privileges.setAcl(ObjectAddress.schema(schema), acl, SUPERUSER);
        assertEquals(List.of(), writer.scan(SystemTables.table("pg_shdepend")));
    }

    @Test
    void everybodyMayUseButNotWriteTheCatalog() {
        CatalogView view = writer.view();
        AccessControl access = new AccessControl(view);
        assertEquals(Privilege.SELECT.bit(), access.onRelation(ann, view.table(1259)));
        assertEquals(0, access.onRelation(ann, view.table(1260)));
        assertEquals(USAGE, access.onSchema(ann, view.namespaceDef(11)));
        assertEquals(Privilege.EXECUTE.bit(), access.onFunction(ann, view.function(870)));
        assertEquals(0xffff, access.onRelation(SUPERUSER, view.table(1260)));
    }

    @Test
    void aNewOwnerTakesTheOldOnesPlaceInTheList() {
        int schema = Namespaces.create(writer, "s", ann);
        Privileges privileges = new Privileges(writer);
        Acl acl = new Acl(DefaultRights.of('n').toAcl(ann), ann);
        acl.grant(bob, ann, USAGE, 0);
        privileges.setAcl(ObjectAddress.schema(schema), acl, ann);
        privileges.setOwner(ObjectAddress.schema(schema), team);
        assertEquals(team, writer.view().namespaceDef(schema).owner());
        Acl after = new Acl(DefaultRights.of('n').toAcl(team), team);
        after.grant(bob, team, USAGE, 0);
        assertEquals(
                after.toString(),
                new Acl(privileges.acl(ObjectAddress.schema(schema)).orElseThrow(), team).toString());
    }
}
