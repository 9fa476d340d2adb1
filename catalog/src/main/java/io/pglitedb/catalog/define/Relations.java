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
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Makes relations: their pg_class row, columns and row type. Source: PostgreSQL 15, `heap_create_with_catalog`.
public final class Relations {
    static final SystemTable TABLE = SystemTables.table("pg_class");
    private static final SystemTable INHERITS = SystemTables.table("pg_inherits");
    private static final SystemIndex PARENTS = SystemTables.index("pg_inherits_relid_seqno_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;
    private final Columns columns;

    public Relations(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
        this.columns = new Columns(writer);
    }

    /// OID of the new relation; 42P07 when the name is taken.
    public int create(NewRelation relation) {
        Columns.checkNames(relation);
        columns.checkTypes(relation);
        requireFree(relation.name(), relation.namespace());
        Types types = new Types(writer);
        if (relation.hasRowType()) {
            types.makeRoom(relation.name(), relation.namespace(), relation.kind() != 'c');
        }
        int oid = writer.newOid(TABLE);
        int arrayType = relation.hasRowType() ? writer.newOid(Types.TABLE) : 0;
        int rowType = relation.hasRowType() ? writer.newOid(Types.TABLE) : 0;
        PgArray acl = defaultAcl(relation);
        insert(oid, rowType, acl, relation);
        if (relation.hasRowType()) {
            types.createRowType(
                    rowType,
                    arrayType,
                    relation.name(),
                    relation.namespace(),
                    relation.owner(),
                    oid,
                    relation.kind() == 'c');
        }
        columns.create(oid, relation);
        ObjectAddress self = ObjectAddress.relation(oid);
        if (relation.kind() != 'c' && relation.kind() != 't') {
            dependencies.record(self, ObjectAddress.schema(relation.namespace()), DependencyType.NORMAL);
            dependencies.record(self, ObjectAddress.type(relation.ofType()), DependencyType.NORMAL);
            dependencies.record(
                    self, ObjectAddress.of(ClassOid.ACCESS_METHOD, relation.accessMethod()), DependencyType.NORMAL);
            dependencies.recordOwner(self, relation.owner());
            DefaultPrivileges.record(dependencies, self, acl, relation.owner());
        }
        return oid;
    }

    /// May be null.
    private PgArray defaultAcl(NewRelation relation) {
        DefaultPrivileges privileges = new DefaultPrivileges(writer);
        return switch (relation.kind()) {
            case 'r', 'v', 'm', 'f', 'p' -> privileges.of('r', relation.owner(), relation.namespace());
            case 'S' -> privileges.of('S', relation.owner(), relation.namespace());
            default -> null;
        };
    }

    /// 42P07 when a relation has that name.
    public void requireFree(String name, int namespace) {
        if (writer.view().table(namespace, name) != null) {
            throw new PgException(SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists".formatted(name));
        }
    }

    private void insert(int oid, int rowType, PgArray acl, NewRelation relation) {
        boolean versioned = relation.kind() == 'r' || relation.kind() == 'm' || relation.kind() == 't';
        boolean replicated = relation.kind() == 'r' || relation.kind() == 'm' || relation.kind() == 'p';
        writer.insert(
                TABLE,
                base(oid, relation.name(), relation.namespace(), relation.kind(), relation.owner())
                        .set("reltype", rowType)
                        .set("reloftype", relation.ofType())
                        .set("relam", relation.accessMethod())
                        .set("relfilenode", relation.hasStorage() ? writer.newStorage() : 0)
                        .set("relpersistence", relation.persistence())
                        .set("relnatts", relation.columns().size())
                        .set("relpages", relation.kind() == 'S' ? 1 : 0)
                        .set("reltuples", relation.kind() == 'S' ? 1.0 : -1.0)
                        .set("relispopulated", relation.populated())
                        .set("relreplident", replicated ? 'd' : 'n')
                        .set(
                                "relfrozenxid",
                                versioned ? (int) writer.transaction().id() : 0)
                        .set("relminmxid", versioned ? 1 : 0)
                        .set("relacl", acl)
                        .set("reloptions", Values.texts(relation.options())));
    }

    /// A pg_class row of nothing in particular.
    static RowValues base(int oid, String name, int namespace, char kind, int owner) {
        return new RowValues()
                .set("oid", oid)
                .set("relname", name)
                .set("relnamespace", namespace)
                .set("relkind", kind)
                .set("relowner", owner)
                .set("reltype", 0)
                .set("reloftype", 0)
                .set("relam", 0)
                .set("reltablespace", 0)
                .set("relallvisible", 0)
                .set("reltoastrelid", 0)
                .set("relhasindex", false)
                .set("relisshared", false)
                .set("relchecks", 0)
                .set("relhasrules", false)
                .set("relhastriggers", false)
                .set("relhassubclass", false)
                .set("relrowsecurity", false)
                .set("relforcerowsecurity", false)
                .set("relispopulated", true)
                .set("relreplident", 'n')
                .set("relispartition", false)
                .set("relrewrite", 0)
                .set("relfrozenxid", 0)
                .set("relminmxid", 0);
    }

    /// Sets columns of a relation's pg_class row, unless they have the values already.
    public void update(int oid, Map<String, ?> changes) {
        SystemRow row = writer.row(TABLE.oidIndex(), oid);
        if (!Arrays.equals(row.with(changes).values(), row.values())) {
            writer.update(row, changes);
        }
    }

    /// Makes `child` inherit from `parent`, as the last of its parents.
    ///
    /// @param partition ties it to the parent more closely
    public void inherit(int child, int parent, boolean partition) {
        insertParent(child, parent);
        dependencies.record(
                ObjectAddress.relation(child),
                ObjectAddress.relation(parent),
                partition ? DependencyType.AUTO : DependencyType.NORMAL);
    }

    void insertParent(int child, int parent) {
        List<SystemRow> before = writer.rows(PARENTS, child);
        int number = before.isEmpty() ? 1 : before.getLast().integer("inhseqno") + 1;
        writer.insert(
                INHERITS,
                Map.of("inhrelid", child, "inhparent", parent, "inhseqno", number, "inhdetachpending", false));
        update(parent, Map.of("relhassubclass", true));
    }

    /// Forgets that `child` inherits from `parent`.
    public void disinherit(int child, int parent, boolean partition) {
        removeParent(child, parent);
        dependencies.forget(
                ObjectAddress.relation(child),
                ObjectAddress.relation(parent),
                partition ? DependencyType.AUTO : DependencyType.NORMAL);
    }

    void removeParent(int child, int parent) {
        for (SystemRow row : writer.rows(PARENTS, child)) {
            if (row.oid("inhparent") == parent) {
                writer.delete(row);
            }
        }
    }

    /// Renames a relation, its row type too; an index's constraint keeps its name.
    public void rename(int oid, String newName) {
        SystemRow row = writer.row(TABLE.oidIndex(), oid);
        requireFree(newName, row.oid("relnamespace"));
        writer.update(row, Map.of("relname", newName));
        if (row.oid("reltype") != 0) {
            new Types(writer).rename(row.oid("reltype"), newName);
        }
    }

    /// Gives a relation a new, empty storage (TRUNCATE, rewrites) and throws the old one away at commit; the new
    /// number.
    public int replaceStorage(int oid) {
        SystemRow row = writer.row(TABLE.oidIndex(), oid);
        int number = writer.newStorage();
        dropStorage(row);
        writer.update(row, Map.of("relfilenode", number));
        return number;
    }

    /// Throws the rows or entries of a relation away at commit.
    ///
    /// @param row of pg_class
    public void dropStorage(SystemRow row) {
        int number = row.oid("relfilenode");
        if (number == 0) {
            return;
        }
        if (row.letter("relkind") == 'i') {
            writer.transaction().dropIndexEntries(number);
        } else {
            writer.transaction().dropRelationRows(number);
        }
    }
}
