package io.pglitedb.catalog.setting;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Locale;

/// A boolean or enum setting's rules for reading a value. Source: PostgreSQL's `guc.c`.
///
/// @param choices of an enum, as PostgreSQL lists them; empty for a boolean
public record SettingDef(String name, List<String> choices) {
    private static final List<String> TRUE_WORDS = List.of("true", "yes");
    private static final List<String> FALSE_WORDS = List.of("false", "no");

    public SettingDef {
        choices = List.copyOf(choices);
    }

    /// The value as SHOW prints it; 22023 when it is none.
    public String parse(String text) {
        return choices.isEmpty() ? parseBoolean(text) : parseChoice(text);
    }

    /// Any unambiguous beginning of a word will do.
    private String parseBoolean(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals("1") || word.equals("on") || isBeginning(word, TRUE_WORDS)) {
            return "on";
        }
        if (word.equals("0") || word.equals("of") || word.equals("off") || isBeginning(word, FALSE_WORDS)) {
            return "off";
        }
        throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "parameter \"" + name + "\" requires a Boolean value");
    }

    private static boolean isBeginning(String word, List<String> words) {
        return !word.isEmpty() && words.stream().anyMatch(candidate -> candidate.startsWith(word));
    }

    /// Choices that have on and off also take the other Boolean words, in full.
    private String parseChoice(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        for (String choice : choices) {
            if (choice.toLowerCase(Locale.ROOT).equals(word)) {
                return choice;
            }
        }
        if (choices.contains("on") && choices.contains("off")) {
            if (word.equals("1") || TRUE_WORDS.contains(word)) {
                return "on";
            }
            if (word.equals("0") || FALSE_WORDS.contains(word)) {
                return "off";
            }
        }
        throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "invalid value for parameter \"" + name + "\": \"" + text + "\"")
                .hint("Available values: " + String.join(", ", choices) + ".");
    }
}
