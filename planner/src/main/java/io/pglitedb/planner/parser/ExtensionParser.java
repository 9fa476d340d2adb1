package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.DefinitionStatement.AlterExtensionMember;
import io.pglitedb.planner.ast.DefinitionStatement.CreateExtension;
import io.pglitedb.planner.ast.DefinitionStatement.UpdateExtension;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.SessionStatement.Load;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Extensions, and LOAD.
final class ExtensionParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    ExtensionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement load() {
        tokens.next();
        return new Load(tokens.expectString());
    }

    /// Behind CREATE, at EXTENSION.
    Statement create() {
        tokens.next();
        boolean ifNotExists = grammar.clauses.ifNotExists();
        String name = tokens.columnName();
        tokens.accept("with");
        List<DefElem> options = new ArrayList<>();
        for (DefElem option = option(); option != null; option = option()) {
            options.add(option);
        }
        return new CreateExtension(name, ifNotExists, List.copyOf(options));
    }

    private DefElem option() {
        int location = tokens.location();
        switch (tokens.word()) {
            case "schema" -> {
                tokens.next();
                return new DefElem("schema", tokens.columnName(), location);
            }
            case "version" -> {
                tokens.next();
                return new DefElem("new_version", grammar.settings.nonReservedWordOrString(), location);
            }
            case "from" -> {
                tokens.next();
                grammar.settings.nonReservedWordOrString();
                throw tokens.errorAt(
                        SqlState.FEATURE_NOT_SUPPORTED, "CREATE EXTENSION ... FROM is no longer supported", location);
            }
            case "cascade" -> {
                tokens.next();
                return new DefElem("cascade", true, location);
            }
            default -> {
                return null;
            }
        }
    }

    /// Behind ALTER EXTENSION.
    Statement alter() {
        String name = tokens.columnName();
        if (tokens.accept("update")) {
            List<DefElem> options = new ArrayList<>();
            for (int location = tokens.location(); tokens.accept("to"); location = tokens.location()) {
                options.add(new DefElem("new_version", grammar.settings.nonReservedWordOrString(), location));
            }
            return new UpdateExtension(name, List.copyOf(options));
        }
        if (!tokens.at("add") && !tokens.at("drop")) {
            return grammar.alters.change(new Named(ObjectKind.EXTENSION, List.of(name)));
        }
        boolean add = tokens.next().is("add");
        Token word = tokens.peek();
        ObjectKind kind = grammar.references.kind();
        return switch (kind) {
            case COLUMN, CONSTRAINT, POLICY, RULE, TRIGGER, LARGE_OBJECT, PARAMETER ->
                throw tokens.error("syntax error", word);
            default -> new AlterExtensionMember(name, add, grammar.references.object(kind));
        };
    }
}
