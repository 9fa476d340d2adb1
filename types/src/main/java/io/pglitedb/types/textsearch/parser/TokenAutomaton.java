package io.pglitedb.types.textsearch.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The states and rules of the parser, from the resource `default-parser.txt`, which also explains them.
final class TokenAutomaton {
    static final State BASE;
    static final State URL_PATH_FIRST;

    enum Test {
        EOF,
        ANY,
        CHARACTER,
        ASCII,
        DIGIT,
        ALNUM,
        ALPHA,
        SPECIAL,
        SPACE,
        XDIGIT,
        URLCHAR,
        NOTALNUM,
        IGNORE,
        STOPHOST,
        HOST,
        URLPATH
    }

    enum Move {
        NEXT,
        PUSH,
        POP,
        CLEAR,
        CLEARALL,
        MERGE,
        RERUN
    }

    enum Special {
        TAGS,
        HYPHEN,
        URL,
        VERSION
    }

    /// @param character for the test CHARACTER
    /// @param next null to stay
    /// @param token null unless a token ends here
    /// @param special null for none
    record Rule(Test test, char character, Move move, State next, TokenType token, Special special) {}

    /// Identity counts.
    static final class State {
        private final List<Rule> rules = new ArrayList<>();

        Rule rule(int index) {
            return rules.get(index);
        }
    }

    private TokenAutomaton() {}

    static {
        Map<String, State> states = read();
        BASE = states.get("Base");
        URL_PATH_FIRST = states.get("UrlPathFirst");
    }

    private static Map<String, State> read() {
        Map<String, State> states = new HashMap<>();
        State current = null;
        for (String line : lines()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                current = states.computeIfAbsent(line, _ -> new State());
            } else {
                current.rules.add(rule(line.substring(1).split(" "), states));
            }
        }
        states.forEach((name, state) -> {
            if (state.rules.isEmpty()) {
                throw new IllegalStateException("state without rules: " + name);
            }
        });
        return states;
    }

    private static Rule rule(String[] fields, Map<String, State> states) {
        boolean isCharacter = fields[0].startsWith("'");
        TokenType token = null;
        Special special = null;
        for (int i = 3; i < fields.length; i++) {
            String name = fields[i].substring(1).toUpperCase(Locale.ROOT);
            if (fields[i].startsWith("=")) {
                token = TokenType.valueOf(name);
            } else {
                special = Special.valueOf(name);
            }
        }
        return new Rule(
                isCharacter ? Test.CHARACTER : Test.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                isCharacter ? fields[0].charAt(1) : 0,
                Move.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                fields[2].equals("-") ? null : states.computeIfAbsent(fields[2], _ -> new State()),
                token,
                special);
    }

    private static List<String> lines() {
        try (InputStream in =
                TokenAutomaton.class.getResourceAsStream("/io/pglitedb/types/textsearch/default-parser.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
