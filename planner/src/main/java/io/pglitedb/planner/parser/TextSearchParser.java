package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefinitionStatement.AddMapping;
import io.pglitedb.planner.ast.DefinitionStatement.AlterConfiguration;
import io.pglitedb.planner.ast.DefinitionStatement.AlterDictionary;
import io.pglitedb.planner.ast.DefinitionStatement.CreateTextSearch;
import io.pglitedb.planner.ast.DefinitionStatement.DropMapping;
import io.pglitedb.planner.ast.DefinitionStatement.MappingChange;
import io.pglitedb.planner.ast.DefinitionStatement.ReplaceDictionary;
import io.pglitedb.planner.ast.DefinitionStatement.SetMapping;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.Statement;
import java.util.List;

/// Text search parsers, dictionaries, templates and configurations.
final class TextSearchParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    TextSearchParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at TEXT.
    Statement create() {
        ObjectKind kind = grammar.references.kind();
        List<String> name = grammar.names.anyName();
        return new CreateTextSearch(kind, name, grammar.definitions.definition());
    }

    /// Behind ALTER TEXT SEARCH and the kind.
    Statement alter(ObjectKind kind) {
        List<String> name = grammar.names.anyName();
        if (kind == ObjectKind.TEXT_SEARCH_DICTIONARY && tokens.at("(")) {
            return new AlterDictionary(name, grammar.definitions.definition());
        }
        boolean mapping = tokens.at("add") || tokens.at("alter") || tokens.at("drop");
        if (kind == ObjectKind.TEXT_SEARCH_CONFIGURATION && mapping) {
            return new AlterConfiguration(name, mappingChange());
        }
        return grammar.alters.change(new Named(kind, name));
    }

    private MappingChange mappingChange() {
        String word = tokens.next().text();
        tokens.expect("mapping");
        return switch (word) {
            case "add" -> {
                tokens.expect("for");
                List<String> tokenTypes = grammar.names.columnList();
                tokens.expect("with");
                yield new AddMapping(tokenTypes, grammar.names.anyNames());
            }
            case "drop" -> {
                boolean ifExists = grammar.clauses.ifExists();
                tokens.expect("for");
                yield new DropMapping(grammar.names.columnList(), ifExists);
            }
            default -> alterMapping();
        };
    }

    private MappingChange alterMapping() {
        List<String> tokenTypes = tokens.accept("for") ? grammar.names.columnList() : List.of();
        if (!tokenTypes.isEmpty() && tokens.accept("with")) {
            return new SetMapping(tokenTypes, grammar.names.anyNames());
        }
        tokens.expect("replace");
        List<String> dictionary = grammar.names.anyName();
        tokens.expect("with");
        return new ReplaceDictionary(tokenTypes, dictionary, grammar.names.anyName());
    }
}
