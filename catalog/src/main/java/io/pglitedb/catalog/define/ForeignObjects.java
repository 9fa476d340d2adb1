package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Map;

/// Rows of foreign-data wrappers, servers, user mappings and foreign tables. Source: PostgreSQL 15,
/// `foreigncmds.c`.
public final class ForeignObjects {
    private static final SystemTable WRAPPERS = SystemTables.table("pg_foreign_data_wrapper");
    private static final SystemTable SERVERS = SystemTables.table("pg_foreign_server");
    private static final SystemTable MAPPINGS = SystemTables.table("pg_user_mapping");
    private static final SystemTable TABLES = SystemTables.table("pg_foreign_table");
    private static final SystemIndex MAPPING = SystemTables.index("pg_user_mapping_user_server_index");
    private static final SystemIndex TABLE = SystemTables.index("pg_foreign_table_relid_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public ForeignObjects(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// @param options `name=value`
    public int createWrapper(String name, int owner, int handler, int validator, List<String> options) {
        int oid = writer.newOid(WRAPPERS);
        writer.insert(
                WRAPPERS,
                new RowValues()
                        .set("oid", oid)
                        .set("fdwname", name)
                        .set("fdwowner", owner)
                        .set("fdwhandler", handler)
                        .set("fdwvalidator", validator)
                        .set("fdwoptions", Values.texts(options)));
        ObjectAddress self = ObjectAddress.of(ClassOid.FOREIGN_DATA_WRAPPER, oid);
        dependencies.recordAll(
                self,
                List.of(ObjectAddress.function(handler), ObjectAddress.function(validator)),
                DependencyType.NORMAL);
        dependencies.recordOwner(self, owner);
        return oid;
    }

    public void setWrapper(SystemRow wrapper, int handler, int validator, List<String> options) {
        ObjectAddress self = ObjectAddress.of(ClassOid.FOREIGN_DATA_WRAPPER, wrapper.oid("oid"));
        for (String column : List.of("fdwhandler", "fdwvalidator")) {
            dependencies.forget(self, ObjectAddress.function(wrapper.oid(column)), DependencyType.NORMAL);
        }
        writer.update(
                wrapper,
                new RowValues()
                        .set("fdwhandler", handler)
                        .set("fdwvalidator", validator)
                        .set("fdwoptions", Values.texts(options)));
        dependencies.recordAll(
                self,
                List.of(ObjectAddress.function(handler), ObjectAddress.function(validator)),
                DependencyType.NORMAL);
    }

    /// @param type null for none
    /// @param version null for none
    public int createServer(String name, int owner, int wrapper, String type, String version, List<String> options) {
        int oid = writer.newOid(SERVERS);
        writer.insert(
                SERVERS,
                new RowValues()
                        .set("oid", oid)
                        .set("srvname", name)
                        .set("srvowner", owner)
                        .set("srvfdw", wrapper)
                        .set("srvtype", type)
                        .set("srvversion", version)
                        .set("srvoptions", Values.texts(options)));
        ObjectAddress self = ObjectAddress.of(ClassOid.SERVER, oid);
        dependencies.record(self, ObjectAddress.of(ClassOid.FOREIGN_DATA_WRAPPER, wrapper), DependencyType.NORMAL);
        dependencies.recordOwner(self, owner);
        return oid;
    }

    /// Sets columns of an object's row.
    ///
    /// @param options instead of those that it has
    public void update(SystemRow row, String optionColumn, List<String> options, Map<String, ?> changes) {
        RowValues all = new RowValues();
        changes.forEach(all::set);
        writer.update(row, all.set(optionColumn, Values.texts(options)));
    }

    /// Null when there is none.
    ///
    /// @param user OID of the role, 0 for PUBLIC
    public SystemRow mapping(int user, int server) {
        return writer.row(MAPPING, user, server);
    }

    public void createMapping(int user, int server, List<String> options) {
        int oid = writer.newOid(MAPPINGS);
        writer.insert(
                MAPPINGS,
                new RowValues()
                        .set("oid", oid)
                        .set("umuser", user)
                        .set("umserver", server)
                        .set("umoptions", Values.texts(options)));
        ObjectAddress self = ObjectAddress.of(ClassOid.USER_MAPPING, oid);
        dependencies.record(self, ObjectAddress.of(ClassOid.SERVER, server), DependencyType.NORMAL);
        if (user != 0) {
            dependencies.recordOwner(self, user);
        }
    }

    /// Makes a relation of kind f a server's.
    public void createTable(int relation, int server, List<String> options) {
        writer.insert(
                TABLES,
                new RowValues()
                        .set("ftrelid", relation)
                        .set("ftserver", server)
                        .set("ftoptions", Values.texts(options)));
        dependencies.record(
                ObjectAddress.relation(relation), ObjectAddress.of(ClassOid.SERVER, server), DependencyType.NORMAL);
    }

    /// The pg_foreign_table row; null when the relation is no foreign table.
    public SystemRow table(int relation) {
        return writer.row(TABLE, relation);
    }
}
