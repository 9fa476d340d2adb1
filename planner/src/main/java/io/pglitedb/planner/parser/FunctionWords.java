package io.pglitedb.planner.parser;

import io.pglitedb.planner.parser.Token.Kind;

/// Key words that are function calls without parentheses.
final class FunctionWords {
    private FunctionWords() {}

    static boolean isValueFunction(Token token) {
        if (token.kind() != Kind.KEYWORD) {
            return false;
        }
        return switch (token.text()) {
            case "current_date",
                    "current_time",
                    "current_timestamp",
                    "localtime",
                    "localtimestamp",
                    "current_role",
                    "current_user",
                    "user",
                    "session_user",
                    "current_catalog",
                    "current_schema" -> true;
            default -> false;
        };
    }
}
