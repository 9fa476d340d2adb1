package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Map;

/// Rows of subscriptions. Source: PostgreSQL 15, `subscriptioncmds.c`.
public final class Subscriptions {
    private static final SystemTable TABLE = SystemTables.table("pg_subscription");
    private static final SystemIndex NAMES = SystemTables.index("pg_subscription_subname_index");

    private final CatalogWriter writer;

    public Subscriptions(CatalogWriter writer) {
        this.writer = writer;
    }

    /// Of this database; null when there is none.
    public SystemRow find(String name) {
        return writer.row(NAMES, writer.databaseOid(), name);
    }

    /// @param columns the others that are not their defaults
    public void create(
            String name, int owner, String connection, List<String> publications, Map<String, Object> columns) {
        int oid = writer.newOid(TABLE);
        RowValues row = new RowValues()
                .set("oid", oid)
                .set("subdbid", writer.databaseOid())
                .set("subskiplsn", 0L)
                .set("subname", name)
                .set("subowner", owner)
                .set("subconninfo", connection)
                .set("subpublications", Values.texts(publications));
        columns.forEach(row::set);
        writer.insert(TABLE, row);
        new Dependencies(writer).recordOwner(ObjectAddress.of(ClassOid.SUBSCRIPTION, oid), owner);
    }

    public void update(SystemRow subscription, Map<String, ?> changes) {
        RowValues all = new RowValues();
        changes.forEach(all::set);
        writer.update(subscription, all);
    }

    public void setPublications(SystemRow subscription, List<String> publications) {
        writer.update(subscription, new RowValues().set("subpublications", Values.texts(publications)));
    }
}
