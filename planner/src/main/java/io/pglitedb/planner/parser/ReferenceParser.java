package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.FloatConst;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectReference.Cast;
import io.pglitedb.planner.ast.ObjectReference.LargeObject;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectReference.OfType;
import io.pglitedb.planner.ast.ObjectReference.OnRelation;
import io.pglitedb.planner.ast.ObjectReference.Operator;
import io.pglitedb.planner.ast.ObjectReference.OperatorGroup;
import io.pglitedb.planner.ast.ObjectReference.Routine;
import io.pglitedb.planner.ast.ObjectReference.Transform;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.Rename;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Objects as statements point at them: the words of their kind, then what tells them apart.
final class ReferenceParser {
    /// Kinds that stand in no schema.
    private static final Set<ObjectKind> UNQUALIFIED = EnumSet.of(
            ObjectKind.ACCESS_METHOD,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.EXTENSION,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.LANGUAGE,
            ObjectKind.PUBLICATION,
            ObjectKind.SUBSCRIPTION,
            ObjectKind.SCHEMA,
            ObjectKind.SERVER,
            ObjectKind.DATABASE,
            ObjectKind.TABLESPACE,
            ObjectKind.ROLE);

    private final TokenStream tokens;
    private final Grammar grammar;

    ReferenceParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    static boolean inSchema(ObjectKind kind) {
        return !UNQUALIFIED.contains(kind);
    }

    /// The words of a kind; an error when they name none. The caller decides which kinds it takes.
    ObjectKind kind() {
        String word = tokens.word();
        ObjectKind single = switch (word) {
            case "table" -> ObjectKind.TABLE;
            case "sequence" -> ObjectKind.SEQUENCE;
            case "view" -> ObjectKind.VIEW;
            case "index" -> ObjectKind.INDEX;
            case "column" -> ObjectKind.COLUMN;
            case "constraint" -> ObjectKind.CONSTRAINT;
            case "collation" -> ObjectKind.COLLATION;
            case "conversion" -> ObjectKind.CONVERSION;
            case "statistics" -> ObjectKind.STATISTICS;
            case "extension" -> ObjectKind.EXTENSION;
            case "language" -> ObjectKind.LANGUAGE;
            case "publication" -> ObjectKind.PUBLICATION;
            case "subscription" -> ObjectKind.SUBSCRIPTION;
            case "schema" -> ObjectKind.SCHEMA;
            case "server" -> ObjectKind.SERVER;
            case "database" -> ObjectKind.DATABASE;
            case "tablespace" -> ObjectKind.TABLESPACE;
            case "role" -> ObjectKind.ROLE;
            case "policy" -> ObjectKind.POLICY;
            case "rule" -> ObjectKind.RULE;
            case "trigger" -> ObjectKind.TRIGGER;
            case "type" -> ObjectKind.TYPE;
            case "domain" -> ObjectKind.DOMAIN;
            case "function" -> ObjectKind.FUNCTION;
            case "procedure" -> ObjectKind.PROCEDURE;
            case "routine" -> ObjectKind.ROUTINE;
            case "aggregate" -> ObjectKind.AGGREGATE;
            case "cast" -> ObjectKind.CAST;
            case "transform" -> ObjectKind.TRANSFORM;
            default -> null;
        };
        if (single != null) {
            tokens.next();
            return single;
        }
        return switch (word) {
            case "materialized" -> followed("view", ObjectKind.MATERIALIZED_VIEW);
            case "access" -> followed("method", ObjectKind.ACCESS_METHOD);
            case "event" -> followed("trigger", ObjectKind.EVENT_TRIGGER);
            case "procedural" -> followed("language", ObjectKind.LANGUAGE);
            case "large" -> followed("object", ObjectKind.LARGE_OBJECT);
            case "foreign" -> foreign();
            case "text" -> textSearch();
            case "operator" -> operator();
            default -> throw tokens.syntaxError();
        };
    }

    private ObjectKind followed(String word, ObjectKind kind) {
        tokens.next();
        tokens.expect(word);
        return kind;
    }

    private ObjectKind foreign() {
        tokens.next();
        if (tokens.accept("table")) {
            return ObjectKind.FOREIGN_TABLE;
        }
        tokens.expect("data");
        tokens.expect("wrapper");
        return ObjectKind.FOREIGN_DATA_WRAPPER;
    }

    private ObjectKind textSearch() {
        tokens.next();
        tokens.expect("search");
        ObjectKind kind = switch (tokens.word()) {
            case "parser" -> ObjectKind.TEXT_SEARCH_PARSER;
            case "dictionary" -> ObjectKind.TEXT_SEARCH_DICTIONARY;
            case "template" -> ObjectKind.TEXT_SEARCH_TEMPLATE;
            case "configuration" -> ObjectKind.TEXT_SEARCH_CONFIGURATION;
            default -> throw tokens.syntaxError();
        };
        tokens.next();
        return kind;
    }

    /// OPERATOR, OPERATOR CLASS or OPERATOR FAMILY; `class.+` is an operator in a schema of that name.
    private ObjectKind operator() {
        tokens.next();
        if (tokens.peek(1).is(".")) {
            return ObjectKind.OPERATOR;
        }
        if (tokens.accept("class")) {
            return ObjectKind.OPERATOR_CLASS;
        }
        return tokens.accept("family") ? ObjectKind.OPERATOR_FAMILY : ObjectKind.OPERATOR;
    }

    /// Behind the words of the kind: what tells the object apart, as COMMENT ON writes it.
    ObjectReference object(ObjectKind kind) {
        return switch (kind) {
            case TYPE, DOMAIN -> new OfType(kind, grammar.types.typeName());
            case FUNCTION, PROCEDURE, ROUTINE -> new Routine(kind, grammar.signatures.routine());
            case AGGREGATE -> new Routine(kind, grammar.signatures.aggregate());
            case OPERATOR -> new Operator(grammar.signatures.operator());
            case OPERATOR_CLASS, OPERATOR_FAMILY -> operatorGroup(kind);
            case CAST -> cast();
            case TRANSFORM -> transform();
            case LARGE_OBJECT -> largeObject();
            case POLICY, RULE, TRIGGER -> onRelation(kind);
            case CONSTRAINT -> constraint();
            case TABLE,
                    SEQUENCE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    INDEX,
                    FOREIGN_TABLE,
                    COLUMN,
                    COLLATION,
                    CONVERSION,
                    STATISTICS,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_CONFIGURATION,
                    ACCESS_METHOD,
                    EVENT_TRIGGER,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    LANGUAGE,
                    PUBLICATION,
                    SUBSCRIPTION,
                    SCHEMA,
                    SERVER,
                    DATABASE,
                    TABLESPACE,
                    ROLE,
                    PARAMETER -> named(kind);
        };
    }

    Named named(ObjectKind kind) {
        return new Named(kind, name(kind));
    }

    List<String> name(ObjectKind kind) {
        return inSchema(kind) ? grammar.names.anyName() : List.of(tokens.columnName());
    }

    /// `name USING access_method`
    OperatorGroup operatorGroup(ObjectKind kind) {
        List<String> name = grammar.names.anyName();
        tokens.expect("using");
        return new OperatorGroup(kind, name, tokens.columnName());
    }

    private Cast cast() {
        tokens.expect("(");
        TypeName source = grammar.types.typeName();
        tokens.expect("as");
        TypeName target = grammar.types.typeName();
        tokens.expect(")");
        return new Cast(source, target);
    }

    private Transform transform() {
        tokens.expect("for");
        TypeName type = grammar.types.typeName();
        tokens.expect("language");
        return new Transform(type, tokens.columnName());
    }

    LargeObject largeObject() {
        AstExpr number = grammar.primaries.signedNumber();
        return new LargeObject(
                number instanceof FloatConst constant
                        ? constant.digits()
                        : Integer.toString(((IntegerConst) number).value()));
    }

    private OnRelation onRelation(ObjectKind kind) {
        String name = tokens.columnName();
        tokens.expect("on");
        return new OnRelation(kind, name, grammar.names.anyName());
    }

    private ObjectReference constraint() {
        String name = tokens.columnName();
        tokens.expect("on");
        if (TokenStream.isColumnName(tokens.peek(1)) && tokens.accept("domain")) {
            return new ObjectReference.DomainConstraint(name, grammar.names.anyName());
        }
        return new OnRelation(ObjectKind.CONSTRAINT, name, grammar.names.anyName());
    }

    /// `name ON relation` of ALTER POLICY, RULE and TRIGGER, where the relation may have three parts at most.
    OnRelation onQualified(ObjectKind kind) {
        String name = tokens.columnName();
        tokens.expect("on");
        return new OnRelation(kind, name, parts(grammar.names.qualifiedName()));
    }

    /// The parts of a relation's name that are written.
    static List<String> parts(RangeVar relation) {
        List<String> parts = new ArrayList<>(3);
        if (relation.catalog() != null) {
            parts.add(relation.catalog());
        }
        if (relation.schema() != null) {
            parts.add(relation.schema());
        }
        parts.add(relation.relation());
        return List.copyOf(parts);
    }

    /// ALTER ROLE … RENAME TO
    Statement renamed(String role, String newName) {
        return new Rename(new Named(ObjectKind.ROLE, List.of(role)), false, newName);
    }
}
