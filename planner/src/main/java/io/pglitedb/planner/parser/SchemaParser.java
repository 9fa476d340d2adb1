package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DatabaseStatement.CreateSchema;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// CREATE SCHEMA with its elements.
final class SchemaParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    SchemaParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at SCHEMA.
    Statement create() {
        tokens.next();
        boolean ifNotExists = grammar.clauses.ifNotExists();
        String name = tokens.at("authorization") ? null : tokens.columnName();
        RoleSpec owner = tokens.accept("authorization") ? grammar.roles.role() : null;
        int elementsLocation = tokens.location();
        List<Statement> elements = new ArrayList<>();
        while (tokens.at("create") || tokens.at("grant")) {
            elements.add(element());
        }
        if (ifNotExists && !elements.isEmpty()) {
            throw tokens.errorAt(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "CREATE SCHEMA IF NOT EXISTS cannot include schema elements",
                    elementsLocation);
        }
        return new CreateSchema(name, owner, ifNotExists, List.copyOf(elements));
    }

    private Statement element() {
        if (tokens.at("grant")) {
            return grammar.privileges.grantElement();
        }
        int ahead = tokens.peek(1).is("or") && tokens.peek(2).is("replace") ? 3 : 1;
        int kind = ahead + grammar.clauses.persistenceLength(ahead);
        return switch (tokens.word(kind)) {
            case "table" -> grammar.tables.createElement();
            case "index", "unique", "sequence", "trigger", "constraint", "view", "recursive" ->
                grammar.creates.create();
            default -> throw tokens.error("syntax error", tokens.peek(kind));
        };
    }
}
