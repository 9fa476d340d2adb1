package io.pglitedb.catalog.depend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// Objects in the words of PostgreSQL's messages: `table s.t`, `column a of table t`. Source: PostgreSQL 15,
/// `getObjectDescription`. Names the search path does not find carry their schema.
public final class ObjectDescriptions {
    private static final SystemIndex COLUMN = SystemTables.index("pg_attribute_relid_attnum_index");

    private final CatalogReader reader;
    private final CatalogView view;
    private final Visibility visibility;

    /// @param view whose search path decides which names go without a schema
    public ObjectDescriptions(CatalogReader reader, CatalogView view) {
        this.reader = reader;
        this.view = view;
        this.visibility = new Visibility(reader, view);
    }

    /// Null when there is no such object.
    public String describe(ObjectAddress object) {
        SystemTable table = SystemTables.find(object.classOid());
        if (table == null || table.oidIndex() == null) {
            return null;
        }
        if (object.classOid() == ClassOid.LARGE_OBJECT) {
            return "large object " + Integer.toUnsignedString(object.oid());
        }
        SystemRow row = reader.row(table.oidIndex(), object.oid());
        if (row == null) {
            return null;
        }
        return object.subId() == 0 ? describe(object.classOid(), row) : column(row, object);
    }

    private String column(SystemRow relation, ObjectAddress object) {
        SystemRow column = reader.row(COLUMN, object.oid(), object.subId());
        return column == null ? null : "column %s of %s".formatted(column.text("attname"), relation(relation));
    }

    private String describe(int classOid, SystemRow row) {
        return switch (classOid) {
            case ClassOid.RELATION -> relation(row);
            case ClassOid.FUNCTION -> "function " + function(row);
            case ClassOid.TYPE -> "type " + view.formatType(row.oid("oid"));
            case ClassOid.CAST -> "cast from %s to %s".formatted(type(row, "castsource"), type(row, "casttarget"));
            case ClassOid.CONSTRAINT -> constraint(row);
            case ClassOid.COLUMN_DEFAULT ->
                "default value for " + describe(ObjectAddress.column(row.oid("adrelid"), row.integer("adnum")));
            case ClassOid.OPERATOR -> "operator " + operator(row);
            case ClassOid.OPERATOR_CLASS ->
                "operator class %s for access method %s".formatted(visibility.name(row), method(row, "opcmethod"));
            case ClassOid.OPERATOR_FAMILY -> family(row);
            case ClassOid.OPERATOR_MEMBER ->
                "operator %d (%s, %s) of %s: %s"
                        .formatted(
                                row.integer("amopstrategy"),
                                type(row, "amoplefttype"),
                                type(row, "amoprighttype"),
                                describe(ObjectAddress.of(ClassOid.OPERATOR_FAMILY, row.oid("amopfamily"))),
                                operator(find(ClassOid.OPERATOR, row.oid("amopopr"))));
            case ClassOid.SUPPORT_FUNCTION ->
                "function %d (%s, %s) of %s: %s"
                        .formatted(
                                row.integer("amprocnum"),
                                type(row, "amproclefttype"),
                                type(row, "amprocrighttype"),
                                describe(ObjectAddress.of(ClassOid.OPERATOR_FAMILY, row.oid("amprocfamily"))),
                                function(find(ClassOid.FUNCTION, row.oid("amproc"))));
            case ClassOid.RULE -> on("rule", row, "rulename", "ev_class");
            case ClassOid.TRIGGER -> on("trigger", row, "tgname", "tgrelid");
            case ClassOid.POLICY -> on("policy", row, "polname", "polrelid");
            case ClassOid.USER_MAPPING ->
                "user mapping for %s on server %s"
                        .formatted(
                                row.oid("umuser") == 0 ? "public" : role(row.oid("umuser")),
                                find(ClassOid.SERVER, row.oid("umserver")).text("srvname"));
            case ClassOid.DEFAULT_PRIVILEGES -> defaultPrivileges(row);
            case ClassOid.TRANSFORM ->
                "transform for %s language %s"
                        .formatted(
                                type(row, "trftype"),
                                find(ClassOid.LANGUAGE, row.oid("trflang")).text("lanname"));
            case ClassOid.COLLATION -> "collation " + visibility.name(row);
            case ClassOid.CONVERSION -> "conversion " + visibility.name(row);
            case ClassOid.EXTENDED_STATISTICS -> "statistics object " + visibility.name(row);
            case ClassOid.TEXT_SEARCH_PARSER -> "text search parser " + visibility.name(row);
            case ClassOid.TEXT_SEARCH_DICTIONARY -> "text search dictionary " + visibility.name(row);
            case ClassOid.TEXT_SEARCH_TEMPLATE -> "text search template " + visibility.name(row);
            case ClassOid.TEXT_SEARCH_CONFIGURATION -> "text search configuration " + visibility.name(row);
            case ClassOid.ACCESS_METHOD -> "access method " + row.text("amname");
            case ClassOid.LANGUAGE -> "language " + row.text("lanname");
            case ClassOid.SCHEMA -> "schema " + row.text("nspname");
            case ClassOid.ROLE -> "role " + row.text("rolname");
            case ClassOid.DATABASE -> "database " + row.text("datname");
            case ClassOid.TABLESPACE -> "tablespace " + row.text("spcname");
            case ClassOid.FOREIGN_DATA_WRAPPER -> "foreign-data wrapper " + row.text("fdwname");
            case ClassOid.SERVER -> "server " + row.text("srvname");
            case ClassOid.EXTENSION -> "extension " + row.text("extname");
            case ClassOid.EVENT_TRIGGER -> "event trigger " + row.text("evtname");
            case ClassOid.PUBLICATION -> "publication " + row.text("pubname");
            case ClassOid.SUBSCRIPTION -> "subscription " + row.text("subname");
            case ClassOid.PUBLISHED_TABLE ->
                "publication of %s in %s"
                        .formatted(
                                describe(ObjectAddress.relation(row.oid("prrelid"))),
                                describe(ObjectAddress.of(ClassOid.PUBLICATION, row.oid("prpubid"))));
            case ClassOid.PUBLISHED_SCHEMA ->
                "publication of %s in %s"
                        .formatted(
                                describe(ObjectAddress.schema(row.oid("pnnspid"))),
                                describe(ObjectAddress.of(ClassOid.PUBLICATION, row.oid("pnpubid"))));
            default -> throw new IllegalArgumentException("rows of %s are no objects".formatted(row.table()));
        };
    }

    private SystemRow find(int classOid, int oid) {
        return reader.row(SystemTables.find(classOid).oidIndex(), oid);
    }

    private String type(SystemRow row, String column) {
        return view.formatType(row.oid(column));
    }

    private String role(int oid) {
        return find(ClassOid.ROLE, oid).text("rolname");
    }

    private String method(SystemRow row, String column) {
        return find(ClassOid.ACCESS_METHOD, row.oid(column)).text("amname");
    }

    private String relation(SystemRow row) {
        return relationKind(row.letter("relkind")) + " " + visibility.name(row);
    }

    static String relationKind(char kind) {
        return switch (kind) {
            case 'r', 'p' -> "table";
            case 'i', 'I' -> "index";
            case 'S' -> "sequence";
            case 't' -> "toast table";
            case 'v' -> "view";
            case 'm' -> "materialized view";
            case 'c' -> "composite type";
            case 'f' -> "foreign table";
            default -> "relation";
        };
    }

    private String constraint(SystemRow row) {
        return row.oid("conrelid") == 0
                ? "constraint " + row.text("conname")
                : on("constraint", row, "conname", "conrelid");
    }

    private String on(String what, SystemRow row, String name, String relation) {
        return "%s %s on %s".formatted(what, row.text(name), relation(find(ClassOid.RELATION, row.oid(relation))));
    }

    private String family(SystemRow row) {
        return "operator family %s for access method %s".formatted(visibility.name(row), method(row, "opfmethod"));
    }

    /// `name(type,type)`, as regprocedure prints it.
    String function(SystemRow row) {
        List<String> types = new ArrayList<>();
        row.integers("proargtypes").forEach(type -> types.add(view.formatType(type)));
        return visibility.name(row) + "(" + String.join(",", types) + ")";
    }

    /// `name(type,type)`, as regoperator prints it; operators' names are not quoted.
    String operator(SystemRow row) {
        String schema =
                visibility.isVisible(row) ? "" : Quoting.identifier(view.namespaceName(row.oid("oprnamespace"))) + ".";
        String left = row.oid("oprleft") == 0 ? "NONE" : type(row, "oprleft");
        String right = row.oid("oprright") == 0 ? "NONE" : type(row, "oprright");
        return schema + row.text("oprname") + "(" + left + "," + right + ")";
    }

    private String defaultPrivileges(SystemRow row) {
        String objects = switch (row.letter("defaclobjtype")) {
            case 'r' -> "relations";
            case 'S' -> "sequences";
            case 'f' -> "functions";
            case 'T' -> "types";
            case 'n' -> "schemas";
            default -> throw new IllegalStateException("no kind of default privileges: " + row);
        };
        String description =
                "default privileges on new %s belonging to role %s".formatted(objects, role(row.oid("defaclrole")));
        int schema = row.oid("defaclnamespace");
        return schema == 0 ? description : description + " in schema " + view.namespaceName(schema);
    }
}
