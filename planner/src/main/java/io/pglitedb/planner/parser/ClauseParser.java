package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.RangeVar.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Clauses of a few words that many statements share.
final class ClauseParser {
    private final TokenStream tokens;

    ClauseParser(Grammar grammar) {
        this.tokens = grammar.tokens;
    }

    boolean ifExists() {
        return tokens.accept("if", "exists");
    }

    boolean ifNotExists() {
        if (!tokens.accept("if", "not")) {
            return false;
        }
        tokens.expect("exists");
        return true;
    }

    boolean orReplace() {
        if (!tokens.accept("or")) {
            return false;
        }
        tokens.expect("replace");
        return true;
    }

    /// CASCADE, RESTRICT or nothing.
    boolean cascade() {
        boolean cascade = tokens.accept("cascade");
        if (!cascade) {
            tokens.accept("restrict");
        }
        return cascade;
    }

    /// WITH [NO] DATA or nothing.
    boolean withData() {
        if (!tokens.accept("with")) {
            return true;
        }
        boolean withData = !tokens.accept("no");
        tokens.expect("data");
        return withData;
    }

    /// OptTemp
    Persistence persistence() {
        if (tokens.accept("unlogged")) {
            return Persistence.UNLOGGED;
        }
        boolean scoped = tokens.accept("local") || tokens.accept("global");
        if (tokens.accept("temporary") || tokens.accept("temp")) {
            return Persistence.TEMPORARY;
        }
        if (scoped) {
            throw tokens.syntaxError();
        }
        return Persistence.PERMANENT;
    }

    /// How many tokens OptTemp takes, if it starts so many tokens ahead.
    int persistenceLength(int ahead) {
        return switch (tokens.word(ahead)) {
            case "temporary", "temp", "unlogged" -> 1;
            case "local", "global" -> 1 + persistenceLength(ahead + 1);
            default -> 0;
        };
    }

    /// One or more, with commas between.
    <T> List<T> list(Supplier<? extends T> element) {
        List<T> list = new ArrayList<>(2);
        do {
            list.add(element.get());
        } while (tokens.accept(","));
        return List.copyOf(list);
    }

    /// One or more in parentheses.
    <T> List<T> parenthesized(Supplier<? extends T> element) {
        tokens.expect("(");
        List<T> list = list(element);
        tokens.expect(")");
        return list;
    }
}
