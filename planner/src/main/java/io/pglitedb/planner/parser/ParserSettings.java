package io.pglitedb.planner.parser;

import io.pglitedb.types.error.Report;
import java.util.function.Consumer;

/// @param standardConformingStrings backslashes are ordinary in '…'
/// @param notices receives notices of the lexer (identifier truncation, backslash warnings)
public record ParserSettings(boolean standardConformingStrings, Consumer<Report> notices) {
    public static final ParserSettings DEFAULT = new ParserSettings(true, notice -> {});
}
