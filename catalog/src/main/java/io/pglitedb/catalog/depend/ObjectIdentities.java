package io.pglitedb.catalog.depend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.naming.TypeNames;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// Objects by names that mean the same in every session. Source: PostgreSQL 15, `getObjectIdentityParts` and
/// `getObjectTypeDescription`.
public final class ObjectIdentities {
    private static final SystemIndex COLUMN = SystemTables.index("pg_attribute_relid_attnum_index");

    private final CatalogReader reader;
    private final CatalogView view;
    private final TypeNames types;

    public ObjectIdentities(CatalogReader reader, CatalogView view) {
        this.reader = reader;
        this.view = view;
        this.types = new TypeNames(view);
    }

    /// Null when there is no such object; 0A000 for a kind that cannot be made here.
    public ObjectIdentity identify(ObjectAddress object) {
        SystemTable table = SystemTables.find(object.classOid());
        SystemRow row = table == null || table.oidIndex() == null ? null : reader.row(table.oidIndex(), object.oid());
        if (row == null) {
            return null;
        }
        return switch (object.classOid()) {
            case ClassOid.RELATION -> relation(row, object);
            case ClassOid.TYPE -> type(row);
            case ClassOid.FUNCTION -> function(row);
            case ClassOid.OPERATOR -> operator(row);
            case ClassOid.OPERATOR_CLASS -> ofMethod("operator class", row, "opc");
            case ClassOid.OPERATOR_FAMILY -> ofMethod("operator family", row, "opf");
            case ClassOid.OPERATOR_MEMBER -> member("operator", row, "amop", "amopstrategy");
            case ClassOid.SUPPORT_FUNCTION -> member("function", row, "amproc", "amprocnum");
            case ClassOid.CONSTRAINT -> constraint(row);
            case ClassOid.COLUMN_DEFAULT -> columnDefault(row);
            case ClassOid.RULE -> onRelation("rule", row, "rulename", "ev_class");
            case ClassOid.TRIGGER -> onRelation("trigger", row, "tgname", "tgrelid");
            case ClassOid.POLICY -> onRelation("policy", row, "polname", "polrelid");
            case ClassOid.CAST -> cast(row);
            case ClassOid.COLLATION -> inSchema("collation", row, "coll");
            case ClassOid.CONVERSION -> inSchema("conversion", row, "con");
            case ClassOid.EXTENDED_STATISTICS -> inSchema("statistics object", row, "stx");
            case ClassOid.TEXT_SEARCH_PARSER -> inSchema("text search parser", row, "prs");
            case ClassOid.TEXT_SEARCH_DICTIONARY -> inSchema("text search dictionary", row, "dict");
            case ClassOid.TEXT_SEARCH_TEMPLATE -> inSchema("text search template", row, "tmpl");
            case ClassOid.TEXT_SEARCH_CONFIGURATION -> inSchema("text search configuration", row, "cfg");
            case ClassOid.ACCESS_METHOD -> named("access method", row, "amname");
            case ClassOid.LANGUAGE -> named("language", row, "lanname");
            case ClassOid.SCHEMA -> named("schema", row, "nspname");
            case ClassOid.ROLE -> named("role", row, "rolname");
            case ClassOid.DATABASE -> named("database", row, "datname");
            case ClassOid.TABLESPACE -> named("tablespace", row, "spcname");
            case ClassOid.FOREIGN_DATA_WRAPPER -> named("foreign-data wrapper", row, "fdwname");
            case ClassOid.SERVER -> named("server", row, "srvname");
            case ClassOid.EXTENSION -> named("extension", row, "extname");
            case ClassOid.EVENT_TRIGGER -> named("event trigger", row, "evtname");
            case ClassOid.PUBLICATION -> named("publication", row, "pubname");
            case ClassOid.SUBSCRIPTION -> named("subscription", row, "subname");
            case ClassOid.USER_MAPPING -> userMapping(row);
            case ClassOid.DEFAULT_PRIVILEGES -> defaultPrivileges(row);
            case ClassOid.PUBLISHED_TABLE ->
                published("publication relation", find(ClassOid.RELATION, row.oid("prrelid")), row.oid("prpubid"));
            case ClassOid.PUBLISHED_SCHEMA ->
                published("publication namespace", find(ClassOid.SCHEMA, row.oid("pnnspid")), row.oid("pnpubid"));
            default -> throw PgException.notSupported("identifying a row of " + row.table());
        };
    }

    /// What objects of a class are called where there is no object to tell: null for a class without a word.
    public static String typeOf(int classOid) {
        return switch (classOid) {
            case ClassOid.RELATION -> "relation";
            case ClassOid.TYPE -> "type";
            case ClassOid.FUNCTION -> "routine";
            case ClassOid.OPERATOR -> "operator";
            case ClassOid.OPERATOR_CLASS -> "operator class";
            case ClassOid.OPERATOR_FAMILY -> "operator family";
            case ClassOid.OPERATOR_MEMBER -> "operator of access method";
            case ClassOid.SUPPORT_FUNCTION -> "function of access method";
            case ClassOid.CONSTRAINT -> "constraint";
            case ClassOid.COLUMN_DEFAULT -> "default value";
            case ClassOid.RULE -> "rule";
            case ClassOid.TRIGGER -> "trigger";
            case ClassOid.POLICY -> "policy";
            case ClassOid.CAST -> "cast";
            case ClassOid.COLLATION -> "collation";
            case ClassOid.CONVERSION -> "conversion";
            case ClassOid.LARGE_OBJECT -> "large object";
            case ClassOid.EXTENDED_STATISTICS -> "statistics object";
            case ClassOid.TEXT_SEARCH_PARSER -> "text search parser";
            case ClassOid.TEXT_SEARCH_DICTIONARY -> "text search dictionary";
            case ClassOid.TEXT_SEARCH_TEMPLATE -> "text search template";
            case ClassOid.TEXT_SEARCH_CONFIGURATION -> "text search configuration";
            case ClassOid.ACCESS_METHOD -> "access method";
            case ClassOid.LANGUAGE -> "language";
            case ClassOid.SCHEMA -> "schema";
            case ClassOid.ROLE -> "role";
            case ClassOid.DATABASE -> "database";
            case ClassOid.TABLESPACE -> "tablespace";
            case ClassOid.FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            case ClassOid.SERVER -> "server";
            case ClassOid.USER_MAPPING -> "user mapping";
            case ClassOid.DEFAULT_PRIVILEGES -> "default acl";
            case ClassOid.EXTENSION -> "extension";
            case ClassOid.EVENT_TRIGGER -> "event trigger";
            case ClassOid.PUBLICATION -> "publication";
            case ClassOid.SUBSCRIPTION -> "subscription";
            case ClassOid.PUBLISHED_TABLE -> "publication relation";
            case ClassOid.PUBLISHED_SCHEMA -> "publication namespace";
            case ClassOid.TRANSFORM -> "transform";
            default -> null;
        };
    }

    private static ObjectIdentity named(String type, SystemRow row, String column) {
        String name = row.text(column);
        String quoted = Quoting.identifier(name);
        return new ObjectIdentity(type, null, quoted, quoted, List.of(name), List.of());
    }

    private ObjectIdentity inSchema(String type, SystemRow row, String prefix) {
        String schema = view.namespaceName(row.oid(prefix + "namespace"));
        String name = row.text(prefix + "name");
        return new ObjectIdentity(
                type,
                Quoting.identifier(schema),
                Quoting.identifier(name),
                qualified(schema, name),
                List.of(schema, name),
                List.of());
    }

    private static String qualified(String schema, String name) {
        return Quoting.identifier(schema) + "." + Quoting.identifier(name);
    }

    private ObjectIdentity relation(SystemRow row, ObjectAddress object) {
        ObjectIdentity whole = inSchema(ObjectDescriptions.relationKind(row.letter("relkind")), row, "rel");
        if (object.subId() == 0) {
            return whole;
        }
        SystemRow column = reader.row(COLUMN, object.oid(), object.subId());
        if (column == null) {
            return null;
        }
        String name = column.text("attname");
        return new ObjectIdentity(
                whole.type() + " column",
                whole.schema(),
                whole.name(),
                whole.identity() + "." + Quoting.identifier(name),
                with(whole.names(), name),
                List.of());
    }

    private static List<String> with(List<String> names, String last) {
        List<String> longer = new ArrayList<>(names);
        longer.add(last);
        return longer;
    }

    private ObjectIdentity find(int classOid, int oid) {
        return identify(ObjectAddress.of(classOid, oid));
    }

    private String typeName(int oid) {
        return types.formatQualified(oid);
    }

    private ObjectIdentity type(SystemRow row) {
        String identity = typeName(row.oid("oid"));
        return new ObjectIdentity(
                "type",
                Quoting.identifier(view.namespaceName(row.oid("typnamespace"))),
                Quoting.identifier(row.text("typname")),
                identity,
                List.of(identity),
                List.of());
    }

    private ObjectIdentity function(SystemRow row) {
        String type = switch (row.letter("prokind")) {
            case 'a' -> "aggregate";
            case 'p' -> "procedure";
            default -> "function";
        };
        List<String> arguments =
                row.integers("proargtypes").stream().map(this::typeName).toList();
        ObjectIdentity named = inSchema(type, row, "pro");
        return new ObjectIdentity(
                type,
                named.schema(),
                null,
                named.identity() + "(" + String.join(",", arguments) + ")",
                named.names(),
                arguments);
    }

    /// The name of an operator is not quoted.
    private ObjectIdentity operator(SystemRow row) {
        String schema = view.namespaceName(row.oid("oprnamespace"));
        String left = row.oid("oprleft") == 0 ? "NONE" : typeName(row.oid("oprleft"));
        String right = row.oid("oprright") == 0 ? "NONE" : typeName(row.oid("oprright"));
        return new ObjectIdentity(
                "operator",
                Quoting.identifier(schema),
                null,
                "%s.%s(%s,%s)".formatted(Quoting.identifier(schema), row.text("oprname"), left, right),
                List.of(schema, row.text("oprname")),
                List.of(left, right));
    }

    private ObjectIdentity ofMethod(String type, SystemRow row, String prefix) {
        ObjectIdentity named = inSchema(type, row, prefix);
        ObjectIdentity method = find(ClassOid.ACCESS_METHOD, row.oid(prefix + "method"));
        List<String> names = new ArrayList<>(method.names());
        names.addAll(named.names());
        return new ObjectIdentity(
                type, named.schema(), named.name(), named.identity() + " USING " + method.identity(), names, List.of());
    }

    private ObjectIdentity member(String what, SystemRow row, String prefix, String numberColumn) {
        ObjectIdentity family = find(ClassOid.OPERATOR_FAMILY, row.oid(prefix + "family"));
        String left = typeName(row.oid(prefix + "lefttype"));
        String right = typeName(row.oid(prefix + "righttype"));
        int number = row.integer(numberColumn);
        return new ObjectIdentity(
                what + " of access method",
                null,
                null,
                "%s %d (%s, %s) of %s".formatted(what, number, left, right, family.identity()),
                with(family.names(), Integer.toString(number)),
                List.of(left, right));
    }

    private ObjectIdentity constraint(SystemRow row) {
        String name = row.text("conname");
        String schema = Quoting.identifier(view.namespaceName(row.oid("connamespace")));
        if (row.oid("conrelid") != 0) {
            ObjectIdentity table = find(ClassOid.RELATION, row.oid("conrelid"));
            return new ObjectIdentity(
                    "table constraint",
                    schema,
                    null,
                    "%s on %s".formatted(Quoting.identifier(name), table.identity()),
                    with(table.names(), name),
                    List.of());
        }
        ObjectIdentity domain = find(ClassOid.TYPE, row.oid("contypid"));
        return new ObjectIdentity(
                "domain constraint",
                schema,
                null,
                "%s on %s".formatted(Quoting.identifier(name), domain.identity()),
                domain.names(),
                List.of(name));
    }

    private ObjectIdentity columnDefault(SystemRow row) {
        ObjectIdentity column = identify(ObjectAddress.column(row.oid("adrelid"), row.integer("adnum")));
        return new ObjectIdentity("default value", null, null, "for " + column.identity(), column.names(), List.of());
    }

    private ObjectIdentity onRelation(String type, SystemRow row, String nameColumn, String relationColumn) {
        String name = row.text(nameColumn);
        ObjectIdentity table = find(ClassOid.RELATION, row.oid(relationColumn));
        return new ObjectIdentity(
                type,
                null,
                null,
                "%s on %s".formatted(Quoting.identifier(name), table.identity()),
                with(table.names(), name),
                List.of());
    }

    private ObjectIdentity userMapping(SystemRow row) {
        String user = row.oid("umuser") == 0
                ? "public"
                : find(ClassOid.ROLE, row.oid("umuser")).names().getFirst();
        ObjectIdentity server = find(ClassOid.SERVER, row.oid("umserver"));
        return new ObjectIdentity(
                "user mapping",
                null,
                null,
                "%s on server %s"
                        .formatted(Quoting.identifier(user), server.names().getFirst()),
                List.of(user),
                server.names());
    }

    private ObjectIdentity defaultPrivileges(SystemRow row) {
        ObjectIdentity role = find(ClassOid.ROLE, row.oid("defaclrole"));
        List<String> names = new ArrayList<>(role.names());
        StringBuilder identity = new StringBuilder("for role ").append(role.identity());
        if (row.oid("defaclnamespace") != 0) {
            ObjectIdentity schema = find(ClassOid.SCHEMA, row.oid("defaclnamespace"));
            identity.append(" in schema ").append(schema.identity());
            names.addAll(schema.names());
        }
        char letter = row.letter("defaclobjtype");
        identity.append(
                switch (letter) {
                    case 'r' -> " on tables";
                    case 'S' -> " on sequences";
                    case 'f' -> " on functions";
                    case 'T' -> " on types";
                    case 'n' -> " on schemas";
                    default -> throw new IllegalStateException("no kind of default privileges: " + row);
                });
        return new ObjectIdentity(
                "default acl", null, null, identity.toString(), names, List.of(Character.toString(letter)));
    }

    private ObjectIdentity published(String type, ObjectIdentity object, int publication) {
        ObjectIdentity in = find(ClassOid.PUBLICATION, publication);
        return new ObjectIdentity(
                type,
                null,
                null,
                "%s in publication %s".formatted(object.identity(), in.identity()),
                object.names(),
                in.names());
    }

    private ObjectIdentity cast(SystemRow row) {
        String source = typeName(row.oid("castsource"));
        String target = typeName(row.oid("casttarget"));
        return new ObjectIdentity(
                "cast", null, null, "(%s AS %s)".formatted(source, target), List.of(source), List.of(target));
    }
}
