package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// `(name [value], …)` behind EXPLAIN, VACUUM, ANALYZE, CLUSTER, REINDEX and COPY.
final class OptionParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    OptionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    List<DefElem> parenthesized() {
        tokens.expect("(");
        List<DefElem> options = new ArrayList<>();
        do {
            int location = tokens.location();
            options.add(new DefElem(name(), optionalValue(), location));
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(options);
    }

    /// Any word; ANALYSE is an old spelling of ANALYZE.
    private String name() {
        if (tokens.at("analyze") || tokens.at("analyse")) {
            tokens.next();
            return "analyze";
        }
        return grammar.settings.nonReservedWord();
    }

    private Object optionalValue() {
        return tokens.at(",") || tokens.at(")") ? null : plain(grammar.settings.value());
    }

    /// The carrier that `DefElem` names for a constant.
    static Object plain(AstExpr constant) {
        return switch (constant) {
            case AstExpr.StringConst string -> string.value();
            case AstExpr.IntegerConst integer -> integer.value();
            case AstExpr.FloatConst number -> new DefElem.FloatValue(number.digits());
            default -> throw new IllegalStateException("no constant: " + constant);
        };
    }

    /// COPY's list: any label, and also `*` and lists of words as values.
    List<DefElem> copyOptions() {
        tokens.expect("(");
        List<DefElem> options = new ArrayList<>();
        do {
            int location = tokens.location();
            options.add(new DefElem(tokens.label(), copyValue(), location));
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(options);
    }

    private Object copyValue() {
        if (tokens.accept("*")) {
            return new DefElem.StarValue();
        }
        if (!tokens.accept("(")) {
            return optionalValue();
        }
        List<String> words = new ArrayList<>();
        do {
            words.add(tokens.at(Kind.STRING) ? tokens.next().text() : word());
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(words);
    }

    private String word() {
        return tokens.at("true") || tokens.at("false") || tokens.at("on")
                ? tokens.next().text()
                : grammar.settings.nonReservedWord();
    }
}
