package io.pglitedb.wire.message;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The startup parameter `options`, which libpq fills from PGOPTIONS: `-c name=value --other-name=value`. White
/// space
/// separates words, a backslash takes the next character as it is. Sources: PostgreSQL's `pg_split_opts` and
/// `process_postgres_switches`.
final class CommandLineOptions {
    private CommandLineOptions() {}

    /// Settings by name, in the order given.
    static Map<String, String> parse(String options) {
        Map<String, String> settings = new LinkedHashMap<>();
        Iterator<String> words = split(options).iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (word.startsWith("--")) {
                put(settings, "--", word.substring(2));
            } else if (word.startsWith("-c")) {
                put(settings, "-c ", value(word, words));
            } else if (word.startsWith("-S")) {
                settings.put("work_mem", value(word, words));
            } else if (word.equals("-e")) {
                settings.put("DateStyle", "euro");
            } else {
                throw invalid(word);
            }
        }
        return settings;
    }

    private static String value(String word, Iterator<String> words) {
        if (word.length() > 2) {
            return word.substring(2);
        }
        if (!words.hasNext()) {
            throw invalid(word);
        }
        return words.next();
    }

    private static void put(Map<String, String> settings, String flag, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw PgException.fatal(SqlState.SYNTAX_ERROR, flag + assignment + " requires a value");
        }
        settings.put(assignment.substring(0, equals).replace('-', '_'), assignment.substring(equals + 1));
    }

    private static PgException invalid(String word) {
        return PgException.fatal(SqlState.SYNTAX_ERROR, "invalid command-line argument for server process: " + word)
                .hint("Try \"postgres --help\" for more information.");
    }

    private static List<String> split(String options) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        for (int i = 0; i < options.length(); i++) {
            char c = options.charAt(i);
            if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
                continue;
            }
            inWord = true;
            if (c == '\\' && i + 1 < options.length()) {
                word.append(options.charAt(++i));
            } else if (c != '\\') {
                word.append(c);
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
