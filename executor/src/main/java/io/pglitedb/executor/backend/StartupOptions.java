package io.pglitedb.executor.backend;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The startup packet's `options`: words as on PostgreSQL's command line, `-c name=value` and `--name=value`. A
/// backslash keeps a space, or itself, in a word.
final class StartupOptions {
    private StartupOptions() {}

    static Map<String, String> parse(String options) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> words = words(options);
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (word.equals("-c") && index + 1 < words.size()) {
                assign(words.get(++index), settings);
            } else if (word.startsWith("-c") || word.startsWith("--")) {
                assign(word.substring(2), settings);
            } else {
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "invalid command-line argument for server process: " + word);
            }
        }
        return settings;
    }

    private static void assign(String assignment, Map<String, String> settings) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw new PgException(SqlState.SYNTAX_ERROR, "-c " + assignment + " requires a value");
        }
        settings.put(assignment.substring(0, equals).replace('-', '_'), assignment.substring(equals + 1));
    }

    private static List<String> words(String options) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        for (int index = 0; index < options.length(); index++) {
            char c = options.charAt(index);
            if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
                continue;
            }
            if (c == '\\' && index + 1 < options.length()) {
                c = options.charAt(++index);
            }
            word.append(c);
            inWord = true;
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
