package io.pglitedb.executor.describe;

import io.pglitedb.planner.parser.Keywords;
import io.pglitedb.planner.parser.Keywords.Category;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Iterator;

/// The key words of SQL.
public final class KeywordFunctions {
    private KeywordFunctions() {}

    /// Rows: word, letter of its category, whether it may label a column without AS, both in words.
    @Prosrc("pg_get_keywords")
    public static Iterator<Object> keywords() {
        return Keywords.all().stream()
                .map(keyword -> (Object) new Object[] {
                    Utf8.of(keyword.word()),
                    (byte) letter(keyword.category()),
                    keyword.bareLabel(),
                    Utf8.of(description(keyword.category())),
                    Utf8.of(keyword.bareLabel() ? "can be bare label" : "requires AS")
                })
                .iterator();
    }

    private static String description(Category category) {
        return switch (category) {
            case UNRESERVED -> "unreserved";
            case COLUMN_NAME -> "unreserved (cannot be function or type name)";
            case TYPE_OR_FUNCTION_NAME -> "reserved (can be function or type name)";
            case RESERVED -> "reserved";
        };
    }

    private static char letter(Category category) {
        return switch (category) {
            case UNRESERVED -> 'U';
            case COLUMN_NAME -> 'C';
            case TYPE_OR_FUNCTION_NAME -> 'T';
            case RESERVED -> 'R';
        };
    }
}
