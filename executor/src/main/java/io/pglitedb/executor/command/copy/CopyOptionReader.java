package io.pglitedb.executor.command.copy;

import io.pglitedb.executor.command.copy.CopyOptions.Format;
import io.pglitedb.executor.command.copy.CopyOptions.Header;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads and checks COPY's options. Source of rules and words: PostgreSQL's `ProcessCopyOptions`.
final class CopyOptionReader {
    private final Map<String, DefElem> given = new HashMap<>();
    private final boolean from;

    private CopyOptionReader(boolean from) {
        this.from = from;
    }

    /// @param sessionEncoding of the setting client_encoding
    static CopyOptions read(List<DefElem> options, boolean from, String sessionEncoding) {
        CopyOptionReader reader = new CopyOptionReader(from);
        options.forEach(reader::take);
        return reader.checked(sessionEncoding);
    }

    private void take(DefElem option) {
        switch (option.name()) {
            case "format",
                    "freeze",
                    "delimiter",
                    "null",
                    "header",
                    "quote",
                    "escape",
                    "force_quote",
                    "force_not_null",
                    "force_null",
                    "encoding" -> {
                if (given.put(option.name(), option) != null) {
                    throw error("conflicting or redundant options").at(option.location() + 1);
                }
            }
            default ->
                throw error("option \"%s\" not recognized".formatted(option.name()))
                        .at(option.location() + 1);
        }
    }

    private static PgException error(String message) {
        return new PgException(SqlState.SYNTAX_ERROR, message);
    }

    private static PgException unsupported(String message) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, message);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private CopyOptions checked(String sessionEncoding) {
        Format format = format();
        boolean csv = format == Format.CSV;
        checkBinary(format);
        String delimiter = text("delimiter", csv ? "," : "\t");
        String nullText = text("null", csv ? "" : "\\N");
        Header header = header();
        String quote = text("quote", csv ? "\"" : "");
        String escape = text("escape", quote);
        checkDelimiter(delimiter, csv);
        if (nullText.indexOf('\r') >= 0 || nullText.indexOf('\n') >= 0) {
            throw invalid("COPY null representation cannot use newline or carriage return");
        }
        checkHeader(header, format);
        checkCsvOnly(csv, quote, escape, delimiter);
        List<String> forceQuote = columns("force_quote");
        List<String> forceNotNull = columns("force_not_null");
        List<String> forceNull = columns("force_null");
        checkForced(csv);
        if (nullText.indexOf(delimiter.charAt(0)) >= 0) {
            throw unsupported("COPY delimiter must not appear in the NULL specification");
        }
        if (csv && nullText.indexOf(quote.charAt(0)) >= 0) {
            throw unsupported("CSV quote character must not appear in the NULL specification");
        }
        return new CopyOptions(
                format,
                (byte) delimiter.charAt(0),
                nullText,
                header,
                csv ? (byte) quote.charAt(0) : 0,
                csv ? (byte) escape.charAt(0) : 0,
                forceQuote,
                forceNotNull == null ? List.of() : forceNotNull,
                forceNull == null ? List.of() : forceNull,
                encoding(sessionEncoding));
    }

    private Format format() {
        DefElem option = given.get("format");
        if (option == null) {
            return Format.TEXT;
        }
        return switch (String.valueOf(option.value())) {
            case "text" -> Format.TEXT;
            case "csv" -> Format.CSV;
            case "binary" -> Format.BINARY;
            case "parquet" -> Format.PARQUET;
            default ->
                throw invalid("COPY format \"%s\" not recognized".formatted(option.value()))
                        .at(option.location() + 1);
        };
    }

    private void checkBinary(Format format) {
        if (format.binary()) {
            if (given.containsKey("delimiter")) {
                throw error("cannot specify DELIMITER in %s mode".formatted(format));
            }
            if (given.containsKey("null")) {
                throw error("cannot specify NULL in %s mode".formatted(format));
            }
        }
    }

    private static void checkDelimiter(String delimiter, boolean csv) {
        if (delimiter.getBytes(StandardCharsets.UTF_8).length != 1) {
            throw unsupported("COPY delimiter must be a single one-byte character");
        }
        if (delimiter.equals("\r") || delimiter.equals("\n")) {
            throw invalid("COPY delimiter cannot be newline or carriage return");
        }
        if (!csv && "\\.abcdefghijklmnopqrstuvwxyz0123456789".contains(delimiter)) {
            throw invalid("COPY delimiter cannot be \"%s\"".formatted(delimiter));
        }
    }

    private static void checkHeader(Header header, Format format) {
        if (format.binary() && header != Header.NONE) {
            throw unsupported("cannot specify HEADER in %s mode".formatted(format));
        }
    }

    private void checkCsvOnly(boolean csv, String quote, String escape, String delimiter) {
        if (!csv && given.containsKey("quote")) {
            throw unsupported("COPY quote available only in CSV mode");
        }
        if (csv && quote.getBytes(StandardCharsets.UTF_8).length != 1) {
            throw unsupported("COPY quote must be a single one-byte character");
        }
        if (csv && delimiter.equals(quote)) {
            throw invalid("COPY delimiter and quote must be different");
        }
        if (!csv && given.containsKey("escape")) {
            throw unsupported("COPY escape available only in CSV mode");
        }
        if (csv && escape.getBytes(StandardCharsets.UTF_8).length != 1) {
            throw unsupported("COPY escape must be a single one-byte character");
        }
    }

    private void checkForced(boolean csv) {
        checkForced("force_quote", "force quote", csv, false);
        checkForced("force_not_null", "force not null", csv, true);
        checkForced("force_null", "force null", csv, true);
    }

    private void checkForced(String option, String words, boolean csv, boolean whenFrom) {
        if (given.containsKey(option)) {
            if (!csv) {
                throw unsupported("COPY %s available only in CSV mode".formatted(words));
            }
            if (from != whenFrom) {
                throw unsupported("COPY %s only available using COPY %s".formatted(words, whenFrom ? "FROM" : "TO"));
            }
        }
    }

    private String text(String name, String whenAbsent) {
        DefElem option = given.get(name);
        if (option == null) {
            return whenAbsent;
        }
        if (option.value() == null) {
            throw error("%s requires a parameter".formatted(name));
        }
        return option.value() instanceof List<?> names
                ? String.valueOf(names.getLast())
                : option.value().toString();
    }

    private Header header() {
        DefElem option = given.get("header");
        if (option == null) {
            return Header.NONE;
        }
        String value =
                option.value() == null ? "true" : option.value().toString().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true", "on", "1" -> Header.PRESENT;
            case "false", "off", "0" -> Header.NONE;
            case "match" -> {
                if (!from) {
                    throw unsupported("cannot use \"match\" with HEADER in COPY TO");
                }
                yield Header.MATCH;
            }
            default -> throw error("header requires a Boolean value or \"match\"");
        };
    }

    /// Null when absent, empty for all.
    private List<String> columns(String name) {
        DefElem option = given.get(name);
        if (option == null) {
            return null;
        }
        if (option.value() instanceof DefElem.StarValue && name.equals("force_quote")) {
            return List.of();
        }
        if (option.value() instanceof List<?> names) {
            return names.stream().map(String.class::cast).toList();
        }
        throw invalid("argument to option \"%s\" must be a list of column names".formatted(name))
                .at(option.location() + 1);
    }

    private Charset encoding(String sessionEncoding) {
        DefElem option = given.get("encoding");
        String name = option == null ? sessionEncoding : String.valueOf(option.value());
        return switch (name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")) {
            case "UTF8", "UNICODE", "SQLASCII" -> StandardCharsets.UTF_8;
            case "LATIN1", "ISO88591" -> StandardCharsets.ISO_8859_1;
            default ->
                throw invalid("argument to option \"encoding\" must be a valid encoding name")
                        .at(option == null ? 0 : option.location() + 1);
        };
    }
}
