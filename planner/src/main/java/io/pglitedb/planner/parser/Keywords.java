package io.pglitedb.planner.parser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// PostgreSQL 15's key words. Source: its `kwlist.h`, as facts in `keywords.tsv`.
public final class Keywords {
    /// How far a key word may be a name.
    public enum Category {
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
    public record Keyword(String word, Category category, boolean bareLabel) {}

    private static final int SLOTS = 2048; // a power of two, some four times as many as there are key words
    /// By hash, the next free slot after a collision. A key word is found without making a string of the text.
    private static final Keyword[] TABLE = load();

    private Keywords() {}

    /// The key word that `source` has from `start` to `end` in any case of letters; null when it is none. The
    /// record's `word` is interned.
    static Keyword find(String source, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + lower(source.charAt(i));
        }
        int slot = slot(hash);
        while (TABLE[slot] != null) {
            if (matches(TABLE[slot].word(), source, start, end)) {
                return TABLE[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return null;
    }

    /// In alphabetical order.
    public static List<Keyword> all() {
        return Arrays.stream(TABLE)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Keyword::word))
                .toList();
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & (SLOTS - 1);
    }

    private static boolean matches(String word, String source, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(source.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    /// Of ASCII letters; others are no part of key words.
    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static void put(Keyword[] table, Keyword keyword) {
        int slot = slot(keyword.word().hashCode());
        while (table[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        table[slot] = keyword;
    }

    private static Keyword[] load() {
        Keyword[] words = new Keyword[SLOTS];
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
                put(words, new Keyword(fields[0].intern(), category, fields[2].equals("t")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
