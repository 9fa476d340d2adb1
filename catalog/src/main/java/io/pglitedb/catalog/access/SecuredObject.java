package io.pglitedb.catalog.access;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.value.PgArray;
import java.util.Optional;

/// An object that somebody owns, and perhaps has granted rights on.
///
/// @param type as `DefaultRights.of` takes it; space for an object without an access control list
/// @param kind in the words of error messages
/// @param name without its schema
/// @param acl empty for the default rights
public record SecuredObject(
        ObjectAddress address, char type, String kind, String name, int owner, Optional<PgArray> acl) {

    /// Null when there is no such object.
    public static SecuredObject of(CatalogReader reader, ObjectAddress address) {
        SystemRow row = reader.row(ClassOid.table(address.classOid()).oidIndex(), address.oid());
        if (row == null) {
            return null;
        }
        String acl = column(row, "acl", "");
        return new SecuredObject(
                address,
                type(address.classOid(), row),
                kind(address.classOid(), row),
                name(address, row),
                row.oid(column(row, "owner", "datdba")),
                acl == null ? Optional.empty() : row.array(acl));
    }

    private static String name(ObjectAddress address, SystemRow row) {
        return address.classOid() == ClassOid.LARGE_OBJECT
                ? Integer.toUnsignedString(address.oid())
                : row.text(column(row, "name", ""));
    }

    /// The access control list, or what stands for it.
    public PgArray effectiveAcl() {
        return acl.orElseGet(() -> DefaultRights.of(type).toAcl(owner));
    }

    private static char type(int classOid, SystemRow row) {
        return switch (classOid) {
            case ClassOid.RELATION -> row.letter("relkind") == 'S' ? 's' : 'r';
            case ClassOid.FUNCTION -> 'f';
            case ClassOid.TYPE -> 'T';
            case ClassOid.SCHEMA -> 'n';
            case ClassOid.DATABASE -> 'd';
            case ClassOid.LANGUAGE -> 'l';
            case ClassOid.TABLESPACE -> 't';
            case ClassOid.FOREIGN_DATA_WRAPPER -> 'F';
            case ClassOid.SERVER -> 'S';
            case ClassOid.LARGE_OBJECT -> 'L';
            default -> ' ';
        };
    }

    private static String kind(int classOid, SystemRow row) {
        return switch (classOid) {
            case ClassOid.RELATION -> relationKind(row.letter("relkind"));
            case ClassOid.FUNCTION -> routineKind(row.letter("prokind"));
            case ClassOid.TYPE -> row.letter("typtype") == 'd' ? "domain" : "type";
            case ClassOid.SCHEMA -> "schema";
            case ClassOid.DATABASE -> "database";
            case ClassOid.LANGUAGE -> "language";
            case ClassOid.TABLESPACE -> "tablespace";
            case ClassOid.LARGE_OBJECT -> "large object";
            case ClassOid.COLLATION -> "collation";
            case ClassOid.CONVERSION -> "conversion";
            case ClassOid.OPERATOR -> "operator";
            case ClassOid.OPERATOR_CLASS -> "operator class";
            case ClassOid.OPERATOR_FAMILY -> "operator family";
            case ClassOid.EXTENDED_STATISTICS -> "statistics object";
            case ClassOid.FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            case ClassOid.SERVER -> "foreign server";
            case ClassOid.EVENT_TRIGGER -> "event trigger";
            case ClassOid.EXTENSION -> "extension";
            case ClassOid.PUBLICATION -> "publication";
            case ClassOid.SUBSCRIPTION -> "subscription";
            case ClassOid.TEXT_SEARCH_CONFIGURATION -> "text search configuration";
            case ClassOid.TEXT_SEARCH_DICTIONARY -> "text search dictionary";
            default -> throw new IllegalArgumentException("nobody owns rows of " + row.table());
        };
    }

    /// @param kind pg_class.relkind
    public static String relationKind(char kind) {
        return switch (kind) {
            case 'i', 'I' -> "index";
            case 'S' -> "sequence";
            case 'v' -> "view";
            case 'm' -> "materialized view";
            case 'f' -> "foreign table";
            default -> "table";
        };
    }

    /// @param kind pg_proc.prokind
    public static String routineKind(char kind) {
        return switch (kind) {
            case 'p' -> "procedure";
            case 'a' -> "aggregate";
            default -> "function";
        };
    }

    /// The column whose name ends like that: relowner, typacl …; null when there is none.
    private static String column(SystemRow row, String ending, String otherName) {
        return row.table().columns().stream()
                .map(column -> column.name())
                .filter(name -> name.endsWith(ending) || name.equals(otherName))
                .findFirst()
                .orElse(null);
    }
}
