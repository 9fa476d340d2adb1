package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.parser.Keywords.Category;
import io.pglitedb.planner.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Lists of options: storage parameters `([namespace.]name [= value], …)`, definitions, options of foreign data
/// wrappers, options of sequences.
final class DefinitionOptionParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    DefinitionOptionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// reloptions
    List<DefElem> storage() {
        return grammar.clauses.parenthesized(() -> {
            int location = tokens.location();
            String name = tokens.label();
            String namespace = null;
            if (tokens.accept(".")) {
                namespace = name;
                name = tokens.label();
            }
            Object value = tokens.accept("=") ? argument() : null;
            return new DefElem(namespace, name, value, DefElem.Action.UNSPECIFIED, location);
        });
    }

    /// definition: `(name [= value], …)`
    List<DefElem> definition() {
        return grammar.clauses.parenthesized(() -> {
            int location = tokens.location();
            String name = tokens.label();
            return new DefElem(name, tokens.accept("=") ? argument() : null, location);
        });
    }

    /// operator_def_list: each `name = value`, null for NONE.
    List<DefElem> operatorDefinition() {
        return grammar.clauses.parenthesized(() -> {
            int location = tokens.location();
            String name = tokens.label();
            tokens.expect("=");
            return new DefElem(name, tokens.accept("none") ? null : argument(), location);
        });
    }

    /// `WITH (…)`, or nothing: opt_definition.
    List<DefElem> optionalDefinition() {
        return tokens.accept("with") ? definition() : List.of();
    }

    /// OPTIONS (name 'value', …), or nothing: create_generic_options.
    List<DefElem> foreignOptions() {
        return tokens.accept("options") ? grammar.clauses.parenthesized(this::foreignOption) : List.of();
    }

    private DefElem foreignOption() {
        return foreignOption(DefElem.Action.UNSPECIFIED, tokens.location());
    }

    private DefElem foreignOption(DefElem.Action action, int location) {
        String name = tokens.label();
        String value = action == DefElem.Action.DROP ? null : tokens.expectString();
        return new DefElem(null, name, value, action, location);
    }

    /// OPTIONS ([SET | ADD] name 'value', DROP name, …): alter_generic_options.
    List<DefElem> alteredOptions() {
        tokens.expect("options");
        return grammar.clauses.parenthesized(this::alteredOption);
    }

    private DefElem alteredOption() {
        int location = tokens.location();
        if (tokens.peek(1).kind() == Kind.STRING) {
            return foreignOption(); // SET, ADD and DROP may also be names
        }
        return foreignOption(action(), location);
    }

    /// SET, ADD, DROP or nothing.
    DefElem.Action action() {
        DefElem.Action action = switch (tokens.word()) {
            case "set" -> DefElem.Action.SET;
            case "add" -> DefElem.Action.ADD;
            case "drop" -> DefElem.Action.DROP;
            default -> DefElem.Action.UNSPECIFIED;
        };
        if (action != DefElem.Action.UNSPECIFIED) {
            tokens.next();
        }
        return action;
    }

    /// def_arg
    Object argument() {
        if (tokens.at(Kind.STRING)) {
            return tokens.next().text();
        }
        boolean signed = tokens.at("+") || tokens.at("-");
        boolean number = tokens.at(Kind.INTEGER) || tokens.at(Kind.FLOAT);
        if (number
                || signed
                        && (tokens.peek(1).kind() == Kind.INTEGER
                                || tokens.peek(1).kind() == Kind.FLOAT)) {
            return number();
        }
        if (grammar.names.atOperator()) {
            return grammar.names.operator();
        }
        boolean reserved = tokens.at(Kind.KEYWORD) && tokens.peek().keyword().category() == Category.RESERVED;
        if (reserved || tokens.at("none")) {
            return tokens.next().text();
        }
        return grammar.types.functionType();
    }

    private Object number() {
        return OptionParser.plain(grammar.primaries.signedNumber());
    }

    /// Options of a sequence up to the first word that is none; empty when there is none.
    List<DefElem> sequence() {
        List<DefElem> options = new ArrayList<>();
        for (DefElem option = sequenceOption(); option != null; option = sequenceOption()) {
            options.add(option);
        }
        return List.copyOf(options);
    }

    /// SeqOptElem; null, and nothing read, when there is none.
    DefElem sequenceOption() {
        int location = tokens.location();
        String name = tokens.word();
        switch (name) {
            case "as" -> {
                tokens.next();
                return new DefElem(name, grammar.types.simple(), location);
            }
            case "logged", "unlogged" -> {
                tokens.next();
                return new DefElem(name, null, location);
            }
            case "cycle" -> {
                tokens.next();
                return new DefElem(name, true, location);
            }
            case "no" -> {
                tokens.next();
                if (tokens.accept("cycle")) {
                    return new DefElem("cycle", false, location);
                }
                if (!tokens.at("maxvalue") && !tokens.at("minvalue")) {
                    throw tokens.syntaxError();
                }
                return new DefElem(tokens.next().text(), null, location);
            }
            case "cache", "maxvalue", "minvalue" -> {
                tokens.next();
                return new DefElem(name, number(), location);
            }
            case "increment" -> {
                tokens.next();
                tokens.accept("by");
                return new DefElem(name, number(), location);
            }
            case "start" -> {
                tokens.next();
                tokens.accept("with");
                return new DefElem(name, number(), location);
            }
            case "restart" -> {
                tokens.next();
                boolean valued = tokens.accept("with")
                        || tokens.at(Kind.INTEGER)
                        || tokens.at(Kind.FLOAT)
                        || tokens.at("-")
                        || tokens.at("+");
                return new DefElem(name, valued ? number() : null, location);
            }
            case "owned" -> {
                tokens.next();
                tokens.expect("by");
                return new DefElem("owned_by", grammar.names.anyName(), location);
            }
            case "sequence" -> {
                tokens.next();
                tokens.expect("name");
                return new DefElem("sequence_name", grammar.names.anyName(), location);
            }
            default -> {
                return null;
            }
        }
    }
}
