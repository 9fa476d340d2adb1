package io.pglitedb.planner.parser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// PostgreSQL 15's key words. Source: its `kwlist.h`, as facts in `keywords.tsv`.
final class Keywords {
    /// How far a key word may be a name.
    enum Category {
        /// Any name.
        UNRESERVED,
        /// A column name, not a function or type name.
        COLUMN_NAME,
        /// A function or type name, not a column name.
        TYPE_OR_FUNCTION_NAME,
        /// A label after AS only.
        RESERVED
    }

    /// @param bareLabel may label a column without AS
    record Keyword(String word, Category category, boolean bareLabel) {}

    private static final Map<String, Keyword> BY_WORD = load();

    private Keywords() {}

    /// `word` in lower case; null when it is no key word. The record's `word` is interned.
    static Keyword find(String word) {
        return BY_WORD.get(word);
    }

    private static Map<String, Keyword> load() {
        Map<String, Keyword> words = new HashMap<>(1024);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Keywords.class.getResourceAsStream("/io/pglitedb/catalog/keywords.tsv"), StandardCharsets.UTF_8))) {
            lines.readLine(); // the header
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                Category category = switch (fields[1]) {
                    case "U" -> Category.UNRESERVED;
                    case "C" -> Category.COLUMN_NAME;
                    case "T" -> Category.TYPE_OR_FUNCTION_NAME;
                    case "R" -> Category.RESERVED;
                    default -> throw new IllegalStateException("keyword category " + fields[1]);
                };
                words.put(fields[0], new Keyword(fields[0].intern(), category, fields[2].equals("t")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
