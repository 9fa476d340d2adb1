package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.Statement;

/// CREATE: which kind of object.
final class CreateParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    CreateParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At CREATE.
    Statement create() {
        if (tokens.peek(1).is("or")) {
            return replace();
        }
        int words = grammar.clauses.persistenceLength(1);
        String kind = tokens.word(1 + words);
        boolean unlogged = tokens.peek(1).is("unlogged");
        return switch (kind) {
            case "table" -> grammar.tables.create();
            case "sequence" -> grammar.relations.createSequence();
            case "view", "recursive" -> grammar.views.createView();
            case "materialized" -> words == 0 || unlogged ? grammar.views.createMaterializedView() : unknown(1 + words);
            default -> words == 0 ? permanent() : unknown(1 + words);
        };
    }

    private Statement unknown(int ahead) {
        for (int i = 0; i < ahead; i++) {
            tokens.next();
        }
        throw tokens.syntaxError();
    }

    /// At CREATE with no word about persistence behind it.
    private Statement permanent() {
        return switch (tokens.word(1)) {
            case "index", "unique" -> grammar.relations.createIndex();
            case "database" -> behindCreate().databases.create();
            case "tablespace" -> behindCreate().databases.createTablespace();
            case "schema" -> behindCreate().schemas.create();
            case "role", "group" -> behindCreate().roles.create();
            case "user" -> user();
            case "function", "procedure" -> grammar.routines.create();
            case "aggregate" -> grammar.routines.createAggregate();
            case "cast" -> behindCreate().casts.createCast();
            case "transform" -> grammar.casts.createTransform();
            case "language", "trusted", "procedural" -> grammar.casts.createLanguage();
            case "type" -> behindCreate().typeDefinitions.create();
            case "domain" -> behindCreate().domains.create();
            case "access",
                    "assertion",
                    "collation",
                    "constraint",
                    "conversion",
                    "default",
                    "event",
                    "extension",
                    "foreign",
                    "operator",
                    "policy",
                    "publication",
                    "rule",
                    "server",
                    "statistics",
                    "subscription",
                    "text",
                    "trigger" -> throw grammar.notYet(tokens.peek());
            default -> unknown(1);
        };
    }

    private Grammar behindCreate() {
        tokens.expect("create");
        return grammar;
    }

    private Statement user() {
        tokens.next();
        boolean mapping = tokens.peek(1).is("mapping")
                && (tokens.peek(2).is("for") || tokens.peek(2).is("if"));
        if (mapping) {
            throw grammar.notYet(tokens.peek());
        }
        return grammar.roles.create();
    }

    /// At CREATE OR REPLACE.
    private Statement replace() {
        if (!tokens.peek(2).is("replace")) {
            return unknown(2);
        }
        String kind = tokens.word(3 + grammar.clauses.persistenceLength(3));
        return switch (kind) {
            case "view", "recursive" -> grammar.views.createView();
            case "function", "procedure" -> grammar.routines.create();
            case "aggregate" -> grammar.routines.createAggregate();
            case "transform" -> grammar.casts.createTransform();
            case "language", "trusted", "procedural" -> grammar.casts.createLanguage();
            default -> throw grammar.notYet(tokens.peek());
        };
    }
}
