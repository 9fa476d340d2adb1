package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.Drop;
import io.pglitedb.planner.ast.ObjectStatement.DropObjects;
import io.pglitedb.planner.ast.ObjectStatement.DropOnRelation;
import io.pglitedb.planner.ast.ObjectStatement.DropTypes;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import java.util.List;

/// DROP.
final class DropParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    DropParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement drop() {
        tokens.next();
        return switch (tokens.word()) {
            case "database" -> grammar.databases.drop();
            case "tablespace" -> grammar.databases.dropTablespace();
            case "role", "group" -> grammar.roles.drop();
            case "user" -> grammar.foreign.atUserMapping() ? grammar.foreign.dropUserMapping() : grammar.roles.drop();
            case "owned" -> grammar.roles.dropOwned();
            case "large" -> throw tokens.syntaxError();
            default -> object();
        };
    }

    private Statement object() {
        Token word = tokens.peek();
        ObjectKind kind = grammar.references.kind();
        return switch (kind) {
            case TABLE,
                    SEQUENCE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    INDEX,
                    FOREIGN_TABLE,
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
                    SCHEMA,
                    SERVER -> named(kind);
            case TYPE, DOMAIN -> types(kind);
            case POLICY, RULE, TRIGGER -> onRelation(kind);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE, OPERATOR -> signed(kind);
            case OPERATOR_CLASS, OPERATOR_FAMILY, CAST, TRANSFORM -> single(kind);
            case SUBSCRIPTION -> grammar.subscriptions.drop();
            case COLUMN, CONSTRAINT, DATABASE, TABLESPACE, ROLE, LARGE_OBJECT, PARAMETER ->
                throw tokens.error("syntax error", word);
        };
    }

    private Statement named(ObjectKind kind) {
        boolean concurrently = kind == ObjectKind.INDEX && tokens.accept("concurrently");
        boolean ifExists = grammar.clauses.ifExists();
        List<List<String>> names = grammar.clauses.list(() -> grammar.references.name(kind));
        return new Drop(kind, concurrently, ifExists, names, grammar.clauses.cascade());
    }

    private Statement types(ObjectKind kind) {
        boolean ifExists = grammar.clauses.ifExists();
        List<TypeName> types = grammar.clauses.list(grammar.types::typeName);
        return new DropTypes(kind == ObjectKind.DOMAIN, ifExists, types, grammar.clauses.cascade());
    }

    private Statement onRelation(ObjectKind kind) {
        boolean ifExists = grammar.clauses.ifExists();
        String name = tokens.columnName();
        tokens.expect("on");
        List<String> relation = grammar.names.anyName();
        return new DropOnRelation(kind, ifExists, name, relation, grammar.clauses.cascade());
    }

    /// Routines and operators: several, each with its arguments.
    private Statement signed(ObjectKind kind) {
        boolean ifExists = grammar.clauses.ifExists();
        List<ObjectReference> objects = grammar.clauses.list(() -> grammar.references.object(kind));
        return new DropObjects(objects, ifExists, grammar.clauses.cascade());
    }

    private Statement single(ObjectKind kind) {
        boolean ifExists = grammar.clauses.ifExists();
        ObjectReference object = grammar.references.object(kind);
        return new DropObjects(List.of(object), ifExists, grammar.clauses.cascade());
    }
}
