package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.TypeDef;
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
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Columns of relations and their defaults.
public final class Columns {
    static final SystemTable TABLE = SystemTables.table("pg_attribute");
    private static final int SYSTEM_SCHEMA = 11;
    private static final SystemTable DEFAULTS = SystemTables.table("pg_attrdef");
    private static final SystemIndex BY_NUMBER = SystemTables.index("pg_attribute_relid_attnum_index");
    private static final SystemIndex DEFAULT_OF = SystemTables.index("pg_attrdef_adrelid_adnum_index");
    private static final int COLUMNS_MAX = 1600;

    private record SystemColumnDef(String name, int type, int number) {}

    private static final List<SystemColumnDef> SYSTEM_COLUMNS = List.of(
            new SystemColumnDef("ctid", Oids.TID, -1),
            new SystemColumnDef("xmin", Oids.XID, -2),
            new SystemColumnDef("cmin", Oids.CID, -3),
            new SystemColumnDef("xmax", Oids.XID, -4),
            new SystemColumnDef("cmax", Oids.CID, -5),
            new SystemColumnDef("tableoid", Oids.OID, -6));

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Columns(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    static void checkNames(NewRelation relation) {
        if (relation.columns().size() > COLUMNS_MAX) {
            throw new PgException(
                    SqlState.TOO_MANY_COLUMNS, "tables can have at most %d columns".formatted(COLUMNS_MAX));
        }
        Set<String> seen = new HashSet<>();
        for (NewColumn column : relation.columns()) {
            if (relation.hasSystemColumns()) {
                checkNoSystemColumn(column.name());
            }
            if (!seen.add(column.name())) {
                throw new PgException(
                        SqlState.DUPLICATE_COLUMN,
                        "column name \"%s\" specified more than once".formatted(column.name()));
            }
        }
    }

    private static void checkNoSystemColumn(String name) {
        if (SYSTEM_COLUMNS.stream().anyMatch(column -> column.name.equals(name))) {
            throw new PgException(
                    SqlState.DUPLICATE_COLUMN,
                    "column name \"%s\" conflicts with a system column name".formatted(name));
        }
    }

    void checkTypes(NewRelation relation) {
        for (NewColumn column : relation.columns()) {
            checkType(column, relation.namespace() == SYSTEM_SCHEMA);
        }
    }

    /// As PostgreSQL's `CheckAttributeType`: no pseudo-types, and a collation where the type needs one.
    ///
    /// @param system in pg_catalog, where pg_statistic and pg_stats have columns of type anyarray
    private void checkType(NewColumn column, boolean system) {
        if (system && column.type() == Oids.ANYARRAY) {
            return;
        }
        TypeDef type = writer.view().type(column.type());
        while (type.kind() == 'd') {
            type = writer.view().type(type.baseType());
        }
        if (type.isTrueArray()) {
            type = writer.view().type(type.elementType());
        }
        if (type.kind() == 'p') {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "column \"%s\" has pseudo-type %s"
                            .formatted(column.name(), writer.view().formatType(column.type())));
        }
        if (column.collation() == 0 && type.collation() != 0) {
            throw new PgException(
                            SqlState.INVALID_TABLE_DEFINITION,
                            "no collation was derived for column \"%s\" with collatable type %s"
                                    .formatted(column.name(), writer.view().formatType(column.type())))
                    .hint("Use the COLLATE clause to set the collation explicitly.");
        }
    }

    /// Writes the columns of a new relation.
    void create(int relation, NewRelation definition) {
        int number = 1;
        for (NewColumn column : definition.columns()) {
            insert(relation, number++, column);
        }
        if (definition.hasSystemColumns()) {
            for (SystemColumnDef column : SYSTEM_COLUMNS) {
                TypeDef type = writer.view().type(column.type);
                writer.insert(
                        TABLE,
                        row(relation, column.number, NewColumn.of(column.name, column.type, -1, 0), type)
                                .set("attstattarget", 0)
                                .set("attnotnull", true));
            }
        }
    }

    /// Adds a column behind the others; its number. 42701 when there is one of that name.
    public int add(int relation, String relationName, NewColumn column) {
        checkNoSystemColumn(column.name());
        checkType(column, false);
        if (find(relation, column.name()) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_COLUMN,
                    "column \"%s\" of relation \"%s\" already exists".formatted(column.name(), relationName));
        }
        SystemRow owner = writer.row(Relations.TABLE.oidIndex(), relation);
        int number = owner.integer("relnatts") + 1;
        if (number > COLUMNS_MAX) {
            throw new PgException(
                    SqlState.TOO_MANY_COLUMNS, "tables can have at most %d columns".formatted(COLUMNS_MAX));
        }
        insert(relation, number, column);
        writer.update(owner, Map.of("relnatts", number));
        return number;
    }

    private void insert(int relation, int number, NewColumn column) {
        TypeDef type = writer.view().type(column.type());
        writer.insert(TABLE, row(relation, number, column, type));
        ObjectAddress self = ObjectAddress.column(relation, number);
        dependencies.record(self, ObjectAddress.type(column.type()), DependencyType.NORMAL);
        dependencies.record(self, ObjectAddress.collation(column.collation()), DependencyType.NORMAL);
    }

    static RowValues row(int relation, int number, NewColumn column, TypeDef type) {
        return new RowValues()
                .set("attrelid", relation)
                .set("attname", column.name())
                .set("atttypid", column.type())
                .set("attstattarget", -1)
                .set("attlen", type.length())
                .set("attnum", number)
                .set("attndims", column.dimensions())
                .set("attcacheoff", -1)
                .set("atttypmod", column.typmod())
                .set("attbyval", type.byValue())
                .set("attalign", type.align())
                .set("attstorage", column.storage() == ' ' ? type.storage() : column.storage())
                .set("attcompression", column.compression())
                .set("attnotnull", column.notNull())
                .set("atthasdef", false)
                .set("atthasmissing", false)
                .set("attidentity", column.identity())
                .set("attgenerated", column.generated())
                .set("attisdropped", false)
                .set("attislocal", column.local())
                .set("attinhcount", column.parentCount())
                .set("attcollation", column.collation());
    }

    /// The pg_attribute row; null when there is none.
    public SystemRow find(int relation, int number) {
        return writer.row(BY_NUMBER, relation, number);
    }

    /// The same by name, dropped columns left out.
    public SystemRow find(int relation, String name) {
        for (SystemRow row : writer.rows(BY_NUMBER, relation)) {
            if (row.text("attname").equals(name) && !row.flag("attisdropped")) {
                return row;
            }
        }
        return null;
    }

    /// Sets columns of a column's pg_attribute row.
    public void update(int relation, int number, Map<String, ?> changes) {
        writer.update(find(relation, number), changes);
    }

    /// Gives a column a default or generation expression in place of any it has; OID of the pg_attrdef row.
    public int setDefault(int relation, int number, Expression expression) {
        removeDefault(relation, number);
        int oid = writer.newOid(DEFAULTS);
        writer.insert(DEFAULTS, Map.of("oid", oid, "adrelid", relation, "adnum", number, "adbin", expression.tree()));
        SystemRow column = find(relation, number);
        writer.update(column, Map.of("atthasdef", true));
        ObjectAddress self = ObjectAddress.of(ClassOid.COLUMN_DEFAULT, oid);
        boolean generated = column.letter("attgenerated") != ' ';
        dependencies.record(
                self,
                ObjectAddress.column(relation, number),
                generated ? DependencyType.INTERNAL : DependencyType.AUTO);
        dependencies.recordAll(self, expression.references(), DependencyType.NORMAL);
        return oid;
    }

    /// Takes a column's default away; nothing happens when it has none.
    public void removeDefault(int relation, int number) {
        SystemRow row = writer.row(DEFAULT_OF, relation, number);
        if (row != null) {
            dependencies.forget(ObjectAddress.of(ClassOid.COLUMN_DEFAULT, row.oid("oid")));
            removeDefaultRow(row);
        }
    }

    /// Deletes a pg_attrdef row.
    public void removeDefaultRow(SystemRow row) {
        writer.delete(row);
        SystemRow column = find(row.oid("adrelid"), row.integer("adnum"));
        if (column != null) {
            writer.update(column, Map.of("atthasdef", false));
        }
    }

    /// Leaves a tombstone in the column's place, so that the others keep their numbers.
    public void markDropped(int relation, int number) {
        SystemRow column = find(relation, number);
        RowValues changes = new RowValues()
                .set("attname", "........pg.dropped.%d........".formatted(number))
                .set("atttypid", 0)
                .set("attlen", StoredLengths.of(column.oid("atttypid"), writer.view()))
                .set("attstattarget", 0)
                .set("attnotnull", false)
                .set("attgenerated", ' ')
                .set("atthasmissing", false)
                .set("attisdropped", true)
                .set("attacl", null)
                .set("attoptions", null)
                .set("attfdwoptions", null)
                .set("attmissingval", null);
        writer.update(column, changes);
    }

    /// Renames a column.
    public void rename(int relation, String relationName, int number, String newName) {
        checkNoSystemColumn(newName);
        if (find(relation, newName) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_COLUMN,
                    "column \"%s\" of relation \"%s\" already exists".formatted(newName, relationName));
        }
        update(relation, number, Map.of("attname", newName));
    }
}
