package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Subscriptions;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.NamedRows;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.largeobject.LargeObjects;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.OperatorSignature;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RoutineSignature;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds the object that a statement points at. Source of the messages: PostgreSQL's get_object_address.
public final class ObjectLookup {
    private final Definition definition;
    private final CatalogView view;

    public ObjectLookup(Definition definition) {
        this.definition = definition;
        this.view = definition.view();
    }

    /// 42704, 42P01 or 42883 when there is none; relations come locked against everybody.
    public ObjectAddress require(ObjectReference reference) {
        return switch (reference) {
            case ObjectReference.Relation(ObjectKind kind, RangeVar relation) -> relation(kind, relation);
            case ObjectReference.Named(ObjectKind kind, List<String> name) -> named(kind, name);
            case ObjectReference.OnRelation on -> onRelation(on);
            case ObjectReference.OfType(ObjectKind kind, TypeName type) -> type(kind, type);
            case ObjectReference.Routine(ObjectKind kind, RoutineSignature signature) ->
                ObjectAddress.function(routine(kind, signature).oid());
            case ObjectReference.Operator(var signature) -> operator(signature);
            case ObjectReference.Cast(TypeName source, TypeName target) -> cast(source, target);
            case ObjectReference.LargeObject(String number) -> {
                int oid = (Integer) BuiltinTypes.find(Oids.OID).parse(Utf8.of(number), -1, definition.session());
                new LargeObjects(definition.writer()).require(oid);
                yield ObjectAddress.of(ClassOid.LARGE_OBJECT, oid);
            }
            case ObjectReference.OperatorGroup group -> new OperatorGroups(definition).require(group);
            case ObjectReference.DomainConstraint(String name, List<String> domain) -> domainConstraint(name, domain);
            default -> throw PgException.notSupported("an object of kind " + words(reference.kind()));
        };
    }

    private ObjectAddress domainConstraint(String name, List<String> domain) {
        int type = definition.analysis().type(TypeName.of(domain)).oid();
        for (ConstraintDef constraint : view.domainConstraints(type)) {
            if (constraint.name().equals(name)) {
                return ObjectAddress.constraint(constraint.oid());
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_OBJECT,
                "constraint \"%s\" for domain %s does not exist".formatted(name, view.formatType(type)));
    }

    private ObjectAddress operator(OperatorSignature signature) {
        int left = operand(signature.left());
        int right = operand(signature.right());
        String written = String.join(".", signature.name());
        if (right == 0) {
            throw new PgException(SqlState.SYNTAX_ERROR, "postfix operators are not supported");
        }
        int schema = signature.name().size() > 1
                ? definition.namespace(signature.name().get(signature.name().size() - 2))
                : 0;
        for (int namespace : schema != 0 ? List.of(schema) : view.searchPath()) {
            for (OperatorDef operator : view.operators(signature.name().getLast())) {
                if (operator.namespace() == namespace && operator.leftType() == left && operator.rightType() == right) {
                    return ObjectAddress.of(ClassOid.OPERATOR, operator.oid());
                }
            }
        }
        String before = left == 0 ? "" : view.formatType(left) + " ";
        throw new PgException(
                SqlState.UNDEFINED_FUNCTION,
                "operator does not exist: %s%s %s".formatted(before, written, view.formatType(right)));
    }

    private int operand(TypeName type) {
        return type == null ? 0 : definition.analysis().type(type).oid();
    }

    private ObjectAddress cast(TypeName source, TypeName target) {
        int from = operand(source);
        int to = operand(target);
        CastDef found = view.cast(from, to);
        if (found == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "cast from type %s to type %s does not exist"
                            .formatted(view.formatType(from), view.formatType(to)));
        }
        return ObjectAddress.of(ClassOid.CAST, found.oid());
    }

    private static String words(ObjectKind kind) {
        return kind.words().toLowerCase(Locale.ROOT);
    }

    private ObjectAddress relation(ObjectKind kind, RangeVar name) {
        TableDef table = definition.relation(name, LockMode.ACCESS_EXCLUSIVE);
        requireKind(kind, table);
        return ObjectAddress.relation(table.oid());
    }

    private static void requireKind(ObjectKind kind, TableDef table) {
        String letters = switch (kind) {
            case SEQUENCE -> "S";
            case VIEW -> "v";
            case MATERIALIZED_VIEW -> "m";
            case INDEX -> "iI";
            case FOREIGN_TABLE -> "f";
            default -> "rpvmSiIf";
        };
        if (letters.indexOf(table.kind()) < 0) {
            String words = words(kind);
            String article = "aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ";
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not %s%s".formatted(table.name(), article, words));
        }
    }

    private ObjectAddress named(ObjectKind kind, List<String> name) {
        return switch (kind) {
            case TABLE, SEQUENCE, VIEW, MATERIALIZED_VIEW, INDEX, FOREIGN_TABLE -> {
                TableDef table = definition.relation(RangeVar.of(name), LockMode.SHARE_UPDATE_EXCLUSIVE);
                requireKind(kind, table);
                if (kind == ObjectKind.TABLE && table.kind() != 'r' && table.kind() != 'p') {
                    throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a table".formatted(table.name()));
                }
                yield ObjectAddress.relation(table.oid());
            }
            case COLUMN -> column(name);
            case SCHEMA -> ObjectAddress.schema(definition.namespace(name.getLast()));
            case DATABASE -> {
                var database = view.database(name.getLast());
                if (database == null) {
                    throw new PgException(
                            SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(name.getLast()));
                }
                yield ObjectAddress.of(ClassOid.DATABASE, database.oid());
            }
            case ROLE -> {
                var role = view.role(name.getLast());
                if (role == null) {
                    throw undefined("role", name.getLast());
                }
                yield ObjectAddress.of(ClassOid.ROLE, role.oid());
            }
            case LANGUAGE -> {
                var language = view.language(name.getLast());
                if (language == null) {
                    throw undefined("language", name.getLast());
                }
                yield ObjectAddress.of(ClassOid.LANGUAGE, language.oid());
            }
            case ACCESS_METHOD -> {
                var method = view.accessMethod(name.getLast());
                if (method == null) {
                    throw undefined("access method", name.getLast());
                }
                yield ObjectAddress.of(ClassOid.ACCESS_METHOD, method.oid());
            }
            case COLLATION -> ObjectAddress.collation(ColumnElements.namedCollation(view, name, -1));
            case CONVERSION -> inSchema(kind, ClassOid.CONVERSION, name);
            case STATISTICS -> inSchema(kind, ClassOid.EXTENDED_STATISTICS, name);
            case TEXT_SEARCH_PARSER -> inSchema(kind, ClassOid.TEXT_SEARCH_PARSER, name);
            case TEXT_SEARCH_DICTIONARY -> inSchema(kind, ClassOid.TEXT_SEARCH_DICTIONARY, name);
            case TEXT_SEARCH_TEMPLATE -> inSchema(kind, ClassOid.TEXT_SEARCH_TEMPLATE, name);
            case TEXT_SEARCH_CONFIGURATION -> inSchema(kind, ClassOid.TEXT_SEARCH_CONFIGURATION, name);
            case EVENT_TRIGGER -> byName(kind, ClassOid.EVENT_TRIGGER, name);
            case EXTENSION -> byName(kind, ClassOid.EXTENSION, name);
            case FOREIGN_DATA_WRAPPER -> byName(kind, ClassOid.FOREIGN_DATA_WRAPPER, name);
            case PUBLICATION -> byName(kind, ClassOid.PUBLICATION, name);
            case SUBSCRIPTION ->
                found(
                        kind,
                        ClassOid.SUBSCRIPTION,
                        new Subscriptions(definition.writer()).find(name.getLast()),
                        name.getLast());
            case SERVER -> byName(kind, ClassOid.SERVER, name);
            case TABLESPACE -> byName(kind, ClassOid.TABLESPACE, name);
            default -> throw PgException.notSupported("an object of kind " + words(kind));
        };
    }

    private ObjectAddress inSchema(ObjectKind kind, int classOid, List<String> name) {
        NamedRows rows = new NamedRows(definition.writer(), SystemTables.find(classOid));
        List<Integer> schemas =
                name.size() > 1 ? List.of(definition.namespace(name.get(name.size() - 2))) : view.searchPath();
        return found(kind, classOid, rows.find(schemas, name.getLast()), String.join(".", name));
    }

    private ObjectAddress byName(ObjectKind kind, int classOid, List<String> name) {
        NamedRows rows = new NamedRows(definition.writer(), SystemTables.find(classOid));
        return found(kind, classOid, rows.find(name.getLast()), name.getLast());
    }

    private static ObjectAddress found(ObjectKind kind, int classOid, SystemRow row, String name) {
        if (row == null) {
            String words = switch (kind) {
                case STATISTICS -> "statistics object";
                case FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
                default -> words(kind);
            };
            throw undefined(words, name);
        }
        return ObjectAddress.of(classOid, row.oid("oid"));
    }

    private static PgException undefined(String kind, String name) {
        return new PgException(SqlState.UNDEFINED_OBJECT, "%s \"%s\" does not exist".formatted(kind, name));
    }

    private ObjectAddress column(List<String> name) {
        TableDef table =
                definition.relation(RangeVar.of(name.subList(0, name.size() - 1)), LockMode.SHARE_UPDATE_EXCLUSIVE);
        ColumnDef column = table.column(name.getLast());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" of relation \"%s\" does not exist".formatted(name.getLast(), table.name()));
        }
        return ObjectAddress.column(table.oid(), column.number());
    }

    private ObjectAddress onRelation(ObjectReference.OnRelation on) {
        TableDef table = definition.relation(RangeVar.of(on.relation()), LockMode.SHARE_UPDATE_EXCLUSIVE);
        return switch (on.kind()) {
            case CONSTRAINT -> {
                for (ConstraintDef constraint : view.constraints(table.oid())) {
                    if (constraint.name().equals(on.name())) {
                        yield ObjectAddress.constraint(constraint.oid());
                    }
                }
                throw new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "constraint \"%s\" for table \"%s\" does not exist".formatted(on.name(), table.name()));
            }
            case RULE -> {
                for (var rule : view.rules(table.oid())) {
                    if (rule.name().equals(on.name())) {
                        yield ObjectAddress.of(ClassOid.RULE, rule.oid());
                    }
                }
                throw new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "rule \"%s\" for relation \"%s\" does not exist".formatted(on.name(), table.name()));
            }
            case TRIGGER -> {
                for (var trigger : view.triggers(table.oid())) {
                    if (trigger.name().equals(on.name())) {
                        yield ObjectAddress.of(ClassOid.TRIGGER, trigger.oid());
                    }
                }
                throw new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "trigger \"%s\" for table \"%s\" does not exist".formatted(on.name(), table.name()));
            }
            case POLICY -> {
                for (var policy : view.policies(table.oid())) {
                    if (policy.name().equals(on.name())) {
                        yield ObjectAddress.of(ClassOid.POLICY, policy.oid());
                    }
                }
                throw new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "policy \"%s\" for table \"%s\" does not exist".formatted(on.name(), table.name()));
            }
            default -> throw PgException.notSupported("an object of kind " + words(on.kind()));
        };
    }

    private ObjectAddress type(ObjectKind kind, TypeName name) {
        int oid = definition.analysis().type(name.withoutLocation()).oid();
        if (kind == ObjectKind.DOMAIN && view.type(oid).kind() != 'd') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a domain".formatted(String.join(".", name.names())));
        }
        return ObjectAddress.type(oid);
    }

    /// The routine with exactly these input types.
    public FunctionDef routine(ObjectKind kind, RoutineSignature signature) {
        List<FunctionDef> candidates = candidates(kind, signature.name());
        if (!signature.argumentsGiven()) {
            if (candidates.size() > 1) {
                throw new PgException(
                                SqlState.AMBIGUOUS_FUNCTION,
                                "%s name \"%s\" is not unique"
                                        .formatted(words(kind), String.join(".", signature.name())))
                        .hint("Specify the argument list to select the %s unambiguously.".formatted(words(kind)));
            }
            if (candidates.isEmpty()) {
                throw new PgException(
                        SqlState.UNDEFINED_FUNCTION,
                        "could not find a %s named \"%s\"".formatted(words(kind), String.join(".", signature.name())));
            }
            return candidates.getFirst();
        }
        List<Integer> types = new ArrayList<>();
        signature
                .inputTypes()
                .forEach(type -> types.add(definition.analysis().type(type).oid()));
        String written = "%s(%s)"
                .formatted(
                        String.join(".", signature.name()),
                        String.join(", ", types.stream().map(view::formatType).toList()));
        for (FunctionDef candidate : candidates(ObjectKind.ROUTINE, signature.name())) {
            if (candidate.argumentTypes().equals(types)) {
                requireKind(kind, candidate, written);
                return candidate;
            }
        }
        if (kind == ObjectKind.AGGREGATE && types.isEmpty()) {
            throw new PgException(
                    SqlState.UNDEFINED_FUNCTION,
                    "aggregate %s(*) does not exist".formatted(String.join(".", signature.name())));
        }
        throw new PgException(
                SqlState.UNDEFINED_FUNCTION,
                "%s %s does not exist".formatted(kind == ObjectKind.ROUTINE ? "function" : words(kind), written));
    }

    private static void requireKind(ObjectKind kind, FunctionDef found, String written) {
        String refusal = switch (kind) {
            case AGGREGATE -> found.kind() == 'a' ? null : "function %s is not an aggregate";
            case PROCEDURE -> found.kind() == 'p' ? null : "%s is not a procedure";
            case FUNCTION -> found.kind() == 'p' ? "%s is not a function" : null;
            default -> null;
        };
        if (refusal != null) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, refusal.formatted(written));
        }
    }

    private List<FunctionDef> candidates(ObjectKind kind, List<String> name) {
        List<FunctionDef> found = new ArrayList<>();
        int schema = name.size() > 1 ? definition.namespace(name.get(name.size() - 2)) : 0;
        for (int namespace : schema != 0 ? List.of(schema) : view.searchPath()) {
            for (FunctionDef function : view.functions(name.getLast())) {
                boolean fits = switch (kind) {
                    case AGGREGATE -> function.kind() == 'a';
                    case PROCEDURE -> function.kind() == 'p';
                    case FUNCTION -> function.kind() == 'f' || function.kind() == 'w' || function.kind() == 'a';
                    default -> true;
                };
                if (function.namespace() == namespace && fits) {
                    found.add(function);
                }
            }
        }
        return found;
    }
}
