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

    /// At CREATE: of what EXPLAIN takes, a table or materialized view that a query fills.
    Statement createAs() {
        int words = grammar.clauses.persistenceLength(1);
        return switch (tokens.word(1 + words)) {
            case "table" -> grammar.tables.createAs();
            case "materialized" -> create();
            default -> unknown(1 + words);
        };
    }

    private Statement unknown(int ahead) {
        throw tokens.error("syntax error", tokens.peek(ahead));
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
            case "access" -> behindCreate().definitionStatements.createAccessMethod();
            case "assertion" -> behindCreate().definitionStatements.createAssertion();
            case "collation" -> behindCreate().definitionStatements.createCollation();
            case "conversion", "default" -> behindCreate().definitionStatements.createConversion();
            case "statistics" -> behindCreate().definitionStatements.createStatistics();
            case "extension" -> behindCreate().extensions.create();
            case "foreign" -> behindCreate().foreign.create();
            case "server" -> behindCreate().foreign.createServer();
            case "operator" -> behindCreate().operators.create();
            case "text" -> behindCreate().textSearch.create();
            case "publication" -> behindCreate().publications.create();
            case "subscription" -> behindCreate().subscriptions.create();
            case "policy" -> behindCreate().rules.createPolicy();
            case "rule" -> grammar.rules.createRule();
            case "trigger", "constraint" -> grammar.triggers.create();
            case "event" -> behindCreate().triggers.createEventTrigger();
            default -> unknown(1);
        };
    }

    private Grammar behindCreate() {
        tokens.expect("create");
        return grammar;
    }

    private Statement user() {
        tokens.next();
        return grammar.foreign.atUserMapping() ? grammar.foreign.createUserMapping() : grammar.roles.create();
    }

    /// At CREATE OR REPLACE.
    private Statement replace() {
        if (!tokens.peek(2).is("replace")) {
            return unknown(2);
        }
        int words = grammar.clauses.persistenceLength(3);
        String kind = tokens.word(3 + words);
        if (kind.equals("view") || kind.equals("recursive")) {
            return grammar.views.createView();
        }
        return switch (words == 0 ? kind : "") {
            case "function", "procedure" -> grammar.routines.create();
            case "aggregate" -> grammar.routines.createAggregate();
            case "transform" -> grammar.casts.createTransform();
            case "language", "trusted", "procedural" -> grammar.casts.createLanguage();
            case "rule" -> grammar.rules.createRule();
            case "trigger", "constraint" -> grammar.triggers.create();
            default -> unknown(3 + words);
        };
    }
}
