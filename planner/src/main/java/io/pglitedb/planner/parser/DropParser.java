package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ObjectStatement.Drop;
import io.pglitedb.planner.ast.ObjectStatement.DropOnRelation;
import io.pglitedb.planner.ast.ObjectStatement.DropTypes;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import java.util.ArrayList;
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
        Token first = tokens.peek();
        return switch (tokens.peek(1).text()) {
            case "type", "domain" -> types();
            case "policy", "rule", "trigger" -> onRelation();
            case "table",
                    "sequence",
                    "view",
                    "materialized",
                    "index",
                    "foreign",
                    "collation",
                    "conversion",
                    "statistics",
                    "text",
                    "access",
                    "event",
                    "extension",
                    "procedural",
                    "language",
                    "publication",
                    "schema",
                    "server" -> named();
            case "function",
                    "procedure",
                    "routine",
                    "aggregate",
                    "operator",
                    "cast",
                    "transform",
                    "subscription",
                    "tablespace",
                    "database",
                    "role",
                    "user",
                    "group",
                    "owned" -> throw grammar.notYet(first);
            default -> {
                tokens.next();
                throw tokens.syntaxError();
            }
        };
    }

    private Statement named() {
        tokens.next();
        ObjectKind kind = kind();
        boolean concurrently = kind == ObjectKind.INDEX && tokens.accept("concurrently");
        boolean ifExists = ifExists();
        List<List<String>> names = new ArrayList<>(1);
        do {
            names.add(inSchema(kind) ? grammar.names.anyName() : List.of(tokens.columnName()));
        } while (tokens.accept(","));
        return new Drop(kind, concurrently, ifExists, List.copyOf(names), cascade());
    }

    private static boolean inSchema(ObjectKind kind) {
        return switch (kind) {
            case ACCESS_METHOD, EVENT_TRIGGER, EXTENSION, FOREIGN_DATA_WRAPPER, LANGUAGE, PUBLICATION, SCHEMA, SERVER ->
                false;
            default -> true;
        };
    }

    private ObjectKind kind() {
        return switch (tokens.next().text()) {
            case "table" -> ObjectKind.TABLE;
            case "sequence" -> ObjectKind.SEQUENCE;
            case "view" -> ObjectKind.VIEW;
            case "materialized" -> followed("view", ObjectKind.MATERIALIZED_VIEW);
            case "index" -> ObjectKind.INDEX;
            case "foreign" -> {
                if (tokens.accept("table")) {
                    yield ObjectKind.FOREIGN_TABLE;
                }
                tokens.expect("data");
                yield followed("wrapper", ObjectKind.FOREIGN_DATA_WRAPPER);
            }
            case "collation" -> ObjectKind.COLLATION;
            case "conversion" -> ObjectKind.CONVERSION;
            case "statistics" -> ObjectKind.STATISTICS;
            case "text" -> textSearch();
            case "access" -> followed("method", ObjectKind.ACCESS_METHOD);
            case "event" -> followed("trigger", ObjectKind.EVENT_TRIGGER);
            case "extension" -> ObjectKind.EXTENSION;
            case "procedural" -> followed("language", ObjectKind.LANGUAGE);
            case "language" -> ObjectKind.LANGUAGE;
            case "publication" -> ObjectKind.PUBLICATION;
            case "schema" -> ObjectKind.SCHEMA;
            default -> ObjectKind.SERVER;
        };
    }

    private ObjectKind followed(String word, ObjectKind kind) {
        tokens.expect(word);
        return kind;
    }

    private ObjectKind textSearch() {
        tokens.expect("search");
        if (tokens.accept("parser")) {
            return ObjectKind.TEXT_SEARCH_PARSER;
        }
        if (tokens.accept("dictionary")) {
            return ObjectKind.TEXT_SEARCH_DICTIONARY;
        }
        if (tokens.accept("template")) {
            return ObjectKind.TEXT_SEARCH_TEMPLATE;
        }
        return followed("configuration", ObjectKind.TEXT_SEARCH_CONFIGURATION);
    }

    private Statement types() {
        tokens.next();
        boolean domain = tokens.next().is("domain");
        boolean ifExists = ifExists();
        List<TypeName> types = new ArrayList<>(1);
        do {
            types.add(grammar.types.typeName());
        } while (tokens.accept(","));
        return new DropTypes(domain, ifExists, List.copyOf(types), cascade());
    }

    private Statement onRelation() {
        tokens.next();
        ObjectKind kind = switch (tokens.next().text()) {
            case "policy" -> ObjectKind.POLICY;
            case "rule" -> ObjectKind.RULE;
            default -> ObjectKind.TRIGGER;
        };
        boolean ifExists = ifExists();
        String name = tokens.columnName();
        tokens.expect("on");
        return new DropOnRelation(kind, ifExists, name, grammar.names.anyName(), cascade());
    }

    private boolean ifExists() {
        return tokens.accept("if", "exists");
    }

    private boolean cascade() {
        boolean cascade = tokens.accept("cascade");
        if (!cascade) {
            tokens.accept("restrict");
        }
        return cascade;
    }
}
