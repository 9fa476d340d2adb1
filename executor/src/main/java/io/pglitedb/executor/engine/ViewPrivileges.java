package io.pglitedb.executor.engine;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.define.Privileges;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.access.Privilege;
import java.util.List;
import java.util.Set;

/// The rights on system views that a fresh server grants: everybody may read them, but for a few. They are noted
/// in pg_init_privs, so that pg_dump leaves them out. Source of the exceptions: PostgreSQL 15,
/// `system_views.sql`.
final class ViewPrivileges {
    private static final SystemTable RELATIONS = SystemTables.table("pg_class");
    private static final SystemTable INITIAL = SystemTables.table("pg_init_privs");
    private static final int OWNER = 10;
    private static final int EVERYBODY = 0;
    private static final int READ_ALL_STATISTICS = 3375; // pg_read_all_stats
    private static final Set<String> SECRET = Set.of(
            "pg_shadow",
            "pg_file_settings",
            "pg_hba_file_rules",
            "pg_ident_file_mappings",
            "pg_config",
            "pg_replication_origin_status");
    private static final Set<String> STATISTICS = Set.of("pg_shmem_allocations", "pg_backend_memory_contexts");

    private ViewPrivileges() {}

    /// Views that have got theirs already, before a crash, are left as they are.
    static void grant(DatabaseCatalog database, Instance instance) {
        TransactionOptions options = TransactionOptions.readCommitted(new LockSession(0));
        try (Transaction transaction = instance.store().begin(options)) {
            CatalogWriter writer = database.writer(transaction);
            CatalogView view = database.view();
            List<Integer> schemas = List.of(view.namespace("pg_catalog"), view.namespace("information_schema"));
            for (SystemRow row : writer.scan(RELATIONS)) {
                String name = row.text("relname");
                boolean internal = name.startsWith("_"); // information_schema's own
                if (schemas.contains(row.oid("relnamespace"))
                        && row.letter("relkind") == 'v'
                        && row.isNull("relacl")
                        && !internal) {
                    grant(row.oid("oid"), name, writer);
                }
            }
            transaction.commit(Durability.SYNC);
        }
    }

    private static void grant(int view, String name, CatalogWriter writer) {
        Acl acl = new Acl(DefaultRights.of('r').toAcl(OWNER), OWNER);
        if (STATISTICS.contains(name)) {
            acl.grant(READ_ALL_STATISTICS, OWNER, Privilege.SELECT.bit(), 0);
        } else if (!SECRET.contains(name)) {
            acl.grant(EVERYBODY, OWNER, Privilege.SELECT.bit(), 0);
        }
        if (name.equals("pg_settings")) {
            acl.grant(EVERYBODY, OWNER, Privilege.UPDATE.bit(), 0);
        }
        new Privileges(writer).setAcl(ObjectAddress.relation(view), acl, OWNER);
        writer.insert(
                INITIAL,
                new RowValues()
                        .set("objoid", view)
                        .set("classoid", ClassOid.RELATION)
                        .set("objsubid", 0)
                        .set("privtype", 'i')
                        .set("initprivs", acl.toArray()));
    }
}
