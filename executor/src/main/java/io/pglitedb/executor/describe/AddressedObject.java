package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Publications;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.OperatorSignature;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RoutineParameter;
import io.pglitedb.planner.ast.RoutineSignature;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// Finds an object by the names and arguments that pg_identify_object_as_address has for it. Source of rules and
/// messages: PostgreSQL 15, `pg_get_object_address` and `get_object_address`.
final class AddressedObject {
    private static final SystemIndex OPERATORS = SystemTables.index("pg_amop_fam_strat_index");
    private static final SystemIndex FUNCTIONS = SystemTables.index("pg_amproc_fam_proc_index");
    private static final SystemIndex DEFAULTS = SystemTables.index("pg_attrdef_adrelid_adnum_index");
    private static final SystemIndex MAPPINGS = SystemTables.index("pg_user_mapping_user_server_index");
    private static final SystemIndex PRIVILEGES = SystemTables.index("pg_default_acl_role_nsp_obj_index");
    /// Whose names are one text.
    private static final Set<AddressedType.Form> ONE_TEXT = Set.of(
            AddressedType.Form.TYPE,
            AddressedType.Form.CAST,
            AddressedType.Form.TRANSFORM,
            AddressedType.Form.DOMAIN_CONSTRAINT,
            AddressedType.Form.LARGE_OBJECT);

    private final Definition definition;
    private final AddressedType type;

    AddressedObject(Definition definition, AddressedType type) {
        this.definition = definition;
        this.type = type;
    }

    ObjectAddress find(List<String> names, List<String> arguments) {
        if (ONE_TEXT.contains(type.form())) {
            requireExactly(1, names, "name");
        } else if (names.isEmpty()) {
            throw invalid("name list length must be at least 1");
        }
        return switch (type.form()) {
            case QUALIFIED -> require(new ObjectReference.Named(type.kind(), qualified(names)));
            case COLUMN -> column(names);
            case SINGLE -> {
                requireExactly(1, names, "name");
                yield require(new ObjectReference.Named(type.kind(), names));
            }
            case TYPE -> require(new ObjectReference.OfType(ObjectKind.TYPE, type(names.getFirst())));
            case ROUTINE -> routine(names, arguments);
            case OPERATOR -> {
                requireExactly(2, arguments, "argument");
                yield require(new ObjectReference.Operator(
                        new OperatorSignature(names, operand(arguments.getFirst()), operand(arguments.getLast()))));
            }
            case OPERATOR_GROUP -> {
                requireAtLeast(2, names);
                yield group(type.kind(), names);
            }
            case FAMILY_MEMBER -> member(names, arguments);
            case ON_RELATION -> onRelation(names);
            case DOMAIN_CONSTRAINT -> {
                requireExactly(1, arguments, "argument");
                TypeName domain = type(names.getFirst());
                definition.analysis().type(domain);
                yield require(new ObjectReference.DomainConstraint(arguments.getFirst(), domain.names()));
            }
            case CAST -> {
                requireExactly(1, arguments, "argument");
                yield require(new ObjectReference.Cast(type(names.getFirst()), type(arguments.getFirst())));
            }
            case COLUMN_DEFAULT -> columnDefault(names);
            case LARGE_OBJECT -> require(new ObjectReference.LargeObject(names.getFirst()));
            case USER_MAPPING -> userMapping(names, arguments);
            case DEFAULT_PRIVILEGES -> defaultPrivileges(names, arguments);
            case TRANSFORM -> {
                requireExactly(1, arguments, "argument");
                yield transform(type(names.getFirst()), arguments.getFirst());
            }
            case PUBLISHED_TABLE -> publishedTable(names, arguments);
            case PUBLISHED_SCHEMA -> publishedSchema(names, arguments);
        };
    }

    private ObjectAddress require(ObjectReference reference) {
        return new ObjectLookup(definition).require(reference);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private static PgException undefined(String message) {
        return new PgException(SqlState.UNDEFINED_OBJECT, message);
    }

    private static void requireExactly(int count, List<String> list, String what) {
        if (list.size() != count) {
            throw invalid("%s list length must be exactly %d".formatted(what, count));
        }
    }

    private static void requireAtLeast(int count, List<String> names) {
        if (names.size() < count) {
            throw invalid("name list length must be at least %d".formatted(count));
        }
    }

    /// 0A000 for another database.
    private List<String> qualified(List<String> name) {
        if (name.size() > 3) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    "improper %s name (too many dotted names): %s"
                            .formatted(isRelation() ? "relation" : "qualified", String.join(".", name)));
        }
        if (name.size() == 3 && !name.getFirst().equals(definition.view().databaseName())) {
            String text = String.join(".", name);
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cross-database references are not implemented: " + (isRelation() ? "\"" + text + "\"" : text));
        }
        if (isRelation() && name.size() > 1) {
            definition.namespace(name.get(name.size() - 2));
        }
        return name;
    }

    private boolean isRelation() {
        return switch (type.form()) {
            case QUALIFIED ->
                Set.of(
                                ObjectKind.TABLE,
                                ObjectKind.INDEX,
                                ObjectKind.SEQUENCE,
                                ObjectKind.VIEW,
                                ObjectKind.MATERIALIZED_VIEW,
                                ObjectKind.FOREIGN_TABLE)
                        .contains(type.kind());
            case COLUMN, ON_RELATION, COLUMN_DEFAULT, PUBLISHED_TABLE -> true;
            default -> false;
        };
    }

    private static TypeName type(String text) {
        return SqlParser.parseTypeName(text);
    }

    private static TypeName operand(String text) {
        return text.equalsIgnoreCase("none") ? null : type(text);
    }

    private TableDef relation(List<String> name) {
        return definition.relation(RangeVar.of(qualified(name)), LockMode.ACCESS_SHARE);
    }

    private ObjectAddress column(List<String> names) {
        if (names.size() < 2) {
            throw new PgException(SqlState.SYNTAX_ERROR, "column name must be qualified");
        }
        TableDef table = relation(names.subList(0, names.size() - 1));
        ColumnDef column = table.column(names.getLast());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" of relation \"%s\" does not exist".formatted(names.getLast(), table.name()));
        }
        return ObjectAddress.column(table.oid(), column.number());
    }

    private ObjectAddress columnDefault(List<String> names) {
        ObjectAddress column = column(names);
        SystemRow row = definition.writer().row(DEFAULTS, column.oid(), column.subId());
        if (row == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "default value for column \"%s\" of relation \"%s\" does not exist"
                            .formatted(names.getLast(), String.join(".", names.subList(0, names.size() - 1))));
        }
        return ObjectAddress.of(ClassOid.COLUMN_DEFAULT, row.oid("oid"));
    }

    private ObjectAddress routine(List<String> names, List<String> arguments) {
        List<RoutineParameter> parameters = arguments.stream()
                .map(text -> new RoutineParameter(null, RoutineParameter.Mode.IN, type(text), null, -1))
                .toList();
        return require(
                new ObjectReference.Routine(type.kind(), new RoutineSignature(qualified(names), true, parameters, -1)));
    }

    private ObjectAddress group(ObjectKind kind, List<String> names) {
        return require(
                new ObjectReference.OperatorGroup(kind, qualified(names.subList(1, names.size())), names.getFirst()));
    }

    private ObjectAddress member(List<String> names, List<String> arguments) {
        requireAtLeast(3, names);
        requireExactly(2, arguments, "argument");
        ObjectAddress family = group(ObjectKind.OPERATOR_FAMILY, names.subList(0, names.size() - 1));
        boolean operator = type.name().startsWith("operator");
        int left = definition.analysis().type(type(arguments.getFirst())).oid();
        int right = definition.analysis().type(type(arguments.getLast())).oid();
        int number;
        try {
            number = Integer.parseInt(names.getLast());
        } catch (NumberFormatException notANumber) {
            throw new PgException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "invalid input syntax for type integer: \"%s\"".formatted(names.getLast()),
                    notANumber);
        }
        SystemRow row =
                definition.writer().row(operator ? OPERATORS : FUNCTIONS, family.oid(), left, right, (short) number);
        if (row == null) {
            throw undefined("%s %d (%s, %s) of operator family %s for access method %s does not exist"
                    .formatted(
                            operator ? "operator" : "function",
                            number,
                            arguments.getFirst(),
                            arguments.getLast(),
                            String.join(".", names.subList(1, names.size() - 1)),
                            names.getFirst()));
        }
        return ObjectAddress.of(operator ? ClassOid.OPERATOR_MEMBER : ClassOid.SUPPORT_FUNCTION, row.oid("oid"));
    }

    private ObjectAddress onRelation(List<String> names) {
        if (names.size() < 2) {
            throw new PgException(SqlState.SYNTAX_ERROR, "must specify relation and object name");
        }
        return require(new ObjectReference.OnRelation(
                type.kind(), names.getLast(), qualified(names.subList(0, names.size() - 1))));
    }

    private int role(String name) {
        var role = definition.view().role(name);
        if (role == null) {
            throw undefined("role \"%s\" does not exist".formatted(name));
        }
        return role.oid();
    }

    private ObjectAddress userMapping(List<String> names, List<String> arguments) {
        requireExactly(1, names, "name");
        requireExactly(1, arguments, "argument");
        String user = names.getFirst();
        String server = arguments.getFirst();
        var role = definition.view().role(user);
        PgException missing =
                undefined("user mapping for user \"%s\" on server \"%s\" does not exist".formatted(user, server));
        if (role == null && !user.equals("public")) {
            throw missing;
        }
        int serverOid =
                require(new ObjectReference.Named(ObjectKind.SERVER, arguments)).oid();
        SystemRow row = definition.writer().row(MAPPINGS, role == null ? 0 : role.oid(), serverOid);
        if (row == null) {
            throw missing;
        }
        return ObjectAddress.of(ClassOid.USER_MAPPING, row.oid("oid"));
    }

    private ObjectAddress defaultPrivileges(List<String> names, List<String> arguments) {
        requireExactly(1, arguments, "argument");
        String letter = arguments.getFirst();
        String objects = switch (letter) {
            case "r" -> "tables";
            case "S" -> "sequences";
            case "f" -> "functions";
            case "T" -> "types";
            case "n" -> "schemas";
            default ->
                throw invalid("unrecognized default ACL object type \"%.1s\"".formatted(letter))
                        .hint("Valid object types are \"r\", \"S\", \"f\", \"T\", \"n\".");
        };
        int owner = role(names.getFirst());
        int schema = names.size() > 1 ? definition.namespace(names.get(1)) : 0;
        SystemRow row = definition.writer().row(PRIVILEGES, owner, schema, (byte) letter.charAt(0));
        if (row == null) {
            throw undefined("default ACL for user \"%s\"%s on %s does not exist"
                    .formatted(names.getFirst(), schema == 0 ? "" : " in schema \"" + names.get(1) + "\"", objects));
        }
        return ObjectAddress.of(ClassOid.DEFAULT_PRIVILEGES, row.oid("oid"));
    }

    private ObjectAddress transform(TypeName transformed, String language) {
        int oid = definition.analysis().type(transformed).oid();
        int languageOid = require(new ObjectReference.Named(ObjectKind.LANGUAGE, List.of(language)))
                .oid();
        for (SystemRow row : definition.writer().scan(SystemTables.table("pg_transform"))) {
            if (row.oid("trftype") == oid && row.oid("trflang") == languageOid) {
                return ObjectAddress.of(ClassOid.TRANSFORM, row.oid("oid"));
            }
        }
        throw undefined("transform for type %s language \"%s\" does not exist"
                .formatted(definition.view().formatType(oid), language));
    }

    private SystemRow publication(String name) {
        SystemRow found = new Publications(definition.writer()).find(name);
        if (found == null) {
            throw undefined("publication \"%s\" does not exist".formatted(name));
        }
        return found;
    }

    private ObjectAddress publishedTable(List<String> names, List<String> arguments) {
        requireExactly(1, arguments, "argument");
        TableDef table = relation(names);
        SystemRow publication = publication(arguments.getFirst());
        SystemRow row = new Publications(definition.writer()).table(publication.oid("oid"), table.oid());
        if (row == null) {
            throw undefined("publication relation \"%s\" in publication \"%s\" does not exist"
                    .formatted(table.name(), arguments.getFirst()));
        }
        return ObjectAddress.of(ClassOid.PUBLISHED_TABLE, row.oid("oid"));
    }

    private ObjectAddress publishedSchema(List<String> names, List<String> arguments) {
        requireExactly(1, names, "name");
        requireExactly(1, arguments, "argument");
        int schema = definition.namespace(names.getFirst());
        SystemRow publication = publication(arguments.getFirst());
        SystemRow row = new Publications(definition.writer()).schema(publication.oid("oid"), schema);
        if (row == null) {
            throw undefined("publication schema \"%s\" in publication \"%s\" does not exist"
                    .formatted(names.getFirst(), arguments.getFirst()));
        }
        return ObjectAddress.of(ClassOid.PUBLISHED_SCHEMA, row.oid("oid"));
    }
}
