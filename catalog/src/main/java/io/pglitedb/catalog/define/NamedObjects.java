package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemColumn;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Renames objects and moves them to other schemas, whatever kind they are of: those whose name, and schema if
/// they have one, are columns of one row. Source of the messages: PostgreSQL 15, `alter.c`.
public final class NamedObjects {
    private final CatalogWriter writer;

    public NamedObjects(CatalogWriter writer) {
        this.writer = writer;
    }

    private SystemRow row(ObjectAddress object) {
        return writer.row(ClassOid.table(object.classOid()).oidIndex(), object.oid());
    }

    /// Null when the table has no such column.
    private static String column(SystemRow row, String ending) {
        return row.table().columns().stream()
                .map(SystemColumn::name)
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElse(null);
    }

    /// OID of the schema that the object stands in, 0 when it stands in none.
    public int namespace(ObjectAddress object) {
        SystemRow row = row(object);
        String column = object.classOid() == ClassOid.SCHEMA ? null : column(row, "namespace");
        return column == null ? 0 : row.oid(column);
    }

    /// 42710 or 42723 when another object of the kind has the name.
    public void rename(ObjectAddress object, String newName) {
        SystemRow row = row(object);
        change(object, row, new RowValues().set(column(row, "name"), newName));
    }

    /// Nothing happens when it stands there already.
    public void move(ObjectAddress object, int namespace) {
        SystemRow row = row(object);
        String column = column(row, "namespace");
        int before = row.oid(column);
        if (before != namespace) {
            change(object, row, new RowValues().set(column, namespace));
            new Dependencies(writer).change(object, ObjectAddress.schema(before), ObjectAddress.schema(namespace));
        }
    }

    private void change(ObjectAddress object, SystemRow row, RowValues changes) {
        SystemRow changed = row.with(changes);
        for (SystemIndex index : row.table().indexes()) {
            boolean names = index.isUnique()
                    && index.columns().stream().anyMatch(column -> column.name().endsWith("name"));
            if (names && writer.row(index, index.keyOf(changed.values())) != null) {
                throw taken(object.classOid(), changed);
            }
        }
        writer.update(row, changes);
    }

    private PgException taken(int classOid, SystemRow row) {
        String name = row.text(column(row, "name"));
        String schema = column(row, "namespace") == null
                ? null
                : writer.view().namespaceName(row.oid(column(row, "namespace")));
        return switch (classOid) {
            case ClassOid.FUNCTION ->
                new PgException(
                        SqlState.DUPLICATE_FUNCTION,
                        "function %s(%s) already exists in schema \"%s\""
                                .formatted(name, String.join(", ", argumentTypes(row)), schema));
            case ClassOid.COLLATION ->
                duplicate("collation \"%s\" for encoding \"UTF8\" already exists in schema \"%s\"", name, schema);
            case ClassOid.OPERATOR_CLASS ->
                duplicate(
                        "operator class \"%s\" for access method \"%s\" already exists in schema \"%s\"",
                        name, method(row, "opcmethod"), schema);
            case ClassOid.OPERATOR_FAMILY ->
                duplicate(
                        "operator family \"%s\" for access method \"%s\" already exists in schema \"%s\"",
                        name, method(row, "opfmethod"), schema);
            default ->
                schema == null
                        ? duplicate(kind(classOid) + " \"%s\" already exists", name)
                        : duplicate(kind(classOid) + " \"%s\" already exists in schema \"%s\"", name, schema);
        };
    }

    private static PgException duplicate(String message, Object... arguments) {
        return new PgException(SqlState.DUPLICATE_OBJECT, message.formatted(arguments));
    }

    private String method(SystemRow row, String column) {
        return writer.view().accessMethod(row.oid(column)).name();
    }

    private List<String> argumentTypes(SystemRow function) {
        List<String> types = new ArrayList<>();
        function.integers("proargtypes").forEach(type -> types.add(writer.view().formatType(type)));
        return types;
    }

    private static String kind(int classOid) {
        return switch (classOid) {
            case ClassOid.CONVERSION -> "conversion";
            case ClassOid.OPERATOR -> "operator";
            case ClassOid.EXTENDED_STATISTICS -> "statistics object";
            case ClassOid.TEXT_SEARCH_PARSER -> "text search parser";
            case ClassOid.TEXT_SEARCH_DICTIONARY -> "text search dictionary";
            case ClassOid.TEXT_SEARCH_TEMPLATE -> "text search template";
            case ClassOid.TEXT_SEARCH_CONFIGURATION -> "text search configuration";
            case ClassOid.EVENT_TRIGGER -> "event trigger";
            case ClassOid.FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            case ClassOid.SERVER -> "server";
            case ClassOid.LANGUAGE -> "language";
            case ClassOid.PUBLICATION -> "publication";
            case ClassOid.SUBSCRIPTION -> "subscription";
            case ClassOid.TABLESPACE -> "tablespace";
            case ClassOid.ACCESS_METHOD -> "access method";
            default -> throw new IllegalArgumentException("not renamed in one row: class " + classOid);
        };
    }
}
