package io.pglitedb.server.settings;

import io.pglitedb.catalog.setting.Setting;
import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a file of PostgreSQL's postgresql.conf syntax: `name = value` or `name value`, `#` comments, `include`.
/// Of two lines with the same name the later wins. All wrong lines are told at once. Source of the syntax:
/// PostgreSQL's `guc-file.l`.
public final class SettingsFile {
    private static final int INCLUDE_DEPTH_MAX = 10;
    private static final Pattern TOKEN = Pattern.compile("""
            (?<string>'(?:[^'\\\\]|\\\\.|'')*')\
            |(?<number>[+-]?(?:0x[0-9a-fA-F]+|\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)[a-zA-Z]*)\
            |(?<word>[A-Za-z_\\x80-\\uffff][\\w$.:/\\x80-\\uffff-]*)\
            |(?<equals>=)\
            |(?<other>\\S)""");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*(\\.[\\w$\\x80-\\uffff]+)?");

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> faults = new ArrayList<>();

    private SettingsFile() {}

    /// Values by name; none when there is no such file. F0000 with a line of detail for each wrong line.
    public static Map<String, String> read(Path file) {
        SettingsFile reader = new SettingsFile();
        if (Files.exists(file)) {
            reader.readFile(file, 0);
        }
        if (!reader.faults.isEmpty()) {
            throw PgException.fatal(SqlState.CONFIG_FILE_ERROR, "configuration file \"" + file + "\" contains errors")
                    .detail(String.join("\n", reader.faults));
        }
        return reader.values;
    }

    private void readFile(Path file, int depth) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException failure) {
            faults.add("could not open configuration file \"%s\": %s".formatted(file, failure.getMessage()));
            return;
        }
        for (int number = 1; number <= lines.size(); number++) {
            readLine(lines.get(number - 1), file, number, depth);
        }
    }

    private void readLine(String line, Path file, int number, int depth) {
        List<String> tokens = tokens(line);
        if (tokens.isEmpty()) {
            return;
        }
        String name = tokens.getFirst();
        int valueAt = tokens.size() > 1 && tokens.get(1).equals("=") ? 2 : 1;
        if (!NAME.matcher(name).matches()) {
            faults.add(syntaxError(file, number, tokens, 0));
        } else if (tokens.size() <= valueAt || !isValue(tokens.get(valueAt))) {
            faults.add(syntaxError(file, number, tokens, valueAt));
        } else if (tokens.size() > valueAt + 1) {
            faults.add(syntaxError(file, number, tokens, valueAt + 1));
        } else {
            set(name, value(tokens.get(valueAt)), file, number, depth);
        }
    }

    private static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(line);
        while (matcher.find() && !matcher.group().equals("#")) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static boolean isValue(String token) {
        Matcher matcher = TOKEN.matcher(token);
        return matcher.matches() && matcher.group("equals") == null && matcher.group("other") == null;
    }

    private static String syntaxError(Path file, int number, List<String> tokens, int at) {
        return "syntax error in file \"%s\" line %d, near %s"
                .formatted(file, number, at < tokens.size() ? "token \"" + tokens.get(at) + "\"" : "end of line");
    }

    /// A string's content; in it a backslash takes the next character as it is but for the usual letters.
    private static String value(String token) {
        if (!token.startsWith("'")) {
            return token;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < token.length() - 1; i++) {
            char c = token.charAt(i);
            if (c == '\'') {
                i++;
            } else if (c == '\\') {
                c = escaped(token.charAt(++i));
            }
            text.append(c);
        }
        return text.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    private void set(String name, String value, Path file, int number, int depth) {
        Path target = file.toAbsolutePath().resolveSibling(value);
        switch (name.toLowerCase(Locale.ROOT)) {
            case "include" -> include(target, file, number, depth);
            case "include_if_exists" -> {
                if (Files.exists(target)) {
                    include(target, file, number, depth);
                }
            }
            case "include_dir" -> includeFolder(target, file, number, depth);
            default -> {
                try {
                    check(name, value);
                    values.put(name, value);
                } catch (PgException refused) {
                    faults.add("%s in file \"%s\" line %d"
                            .formatted(refused.report().message(), file, number));
                }
            }
        }
    }

    private static void check(String name, String value) {
        Setting setting = Settings.get(name);
        if (setting.context() == Setting.Context.INTERNAL) {
            throw new PgException(SqlState.CANT_CHANGE_RUNTIME_PARAM, "parameter \"" + name + "\" cannot be changed");
        }
        setting.parse(name, value);
    }

    private void include(Path target, Path file, int number, int depth) {
        if (depth == INCLUDE_DEPTH_MAX) {
            faults.add("could not open configuration file \"%s\": maximum nesting depth exceeded in file \"%s\" line %d"
                    .formatted(target, file, number));
            return;
        }
        readFile(target, depth + 1);
    }

    private void includeFolder(Path folder, Path file, int number, int depth) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> entry.getFileName().toString().endsWith(".conf")
                            && !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(entry -> include(entry, file, number, depth));
        } catch (IOException failure) {
            faults.add("could not open configuration directory \"%s\" in file \"%s\" line %d"
                    .formatted(folder, file, number));
        }
    }

    /// `name=value`, as after -c on a command line.
    public static Map<String, String> assignment(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw PgException.fatal(SqlState.SYNTAX_ERROR, "-c " + text + " requires a value");
        }
        String name = text.substring(0, equals).strip().replace('-', '_');
        String value = text.substring(equals + 1).strip();
        check(name, value);
        return Map.of(name, value);
    }
}
