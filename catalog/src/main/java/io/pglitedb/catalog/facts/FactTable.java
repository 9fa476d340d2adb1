package io.pglitedb.catalog.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A resource under `facts/`: PostgreSQL's own catalog rows, one line each, in COPY's text format with a header.
public final class FactTable {
    private FactTable() {}

    /// One row; columns by name.
    public record Row(Map<String, Integer> columns, String[] fields) {
        public String text(String column) {
            return fields[columns.get(column)];
        }

        public Optional<String> optional(String column) {
            String text = text(column);
            return text.equals("\\N") ? Optional.empty() : Optional.of(text);
        }

        public int integer(String column) {
            return Integer.parseUnsignedInt(text(column));
        }

        public int signed(String column) {
            return Integer.parseInt(text(column));
        }

        public boolean flag(String column) {
            return text(column).equals("t");
        }

        /// Elements of `1 2 3` or `{1,2,3}`; none for NULL.
        public List<String> list(String column) {
            String text = text(column);
            if (text.isEmpty() || text.equals("\\N") || text.equals("{}")) {
                return List.of();
            }
            return text.charAt(0) == '{' ? arrayElements(text) : List.of(text.split(" "));
        }
    }

    public static <T> List<T> read(String name, Function<Row, T> make) {
        String text;
        try (InputStream in = FactTable.class.getResourceAsStream("/io/pglitedb/catalog/facts/" + name + ".tsv")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int lineEnd = text.indexOf('\n');
        String[] header = text.substring(0, lineEnd).split("\t", -1);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            columns.put(header[i], i);
        }
        List<T> rows = new ArrayList<>();
        for (int start = lineEnd + 1; start < text.length(); start = lineEnd + 1) {
            lineEnd = text.indexOf('\n', start);
            rows.add(make.apply(new Row(columns, fields(text, start, lineEnd, header.length))));
        }
        return rows;
    }

    private static String[] fields(String text, int start, int end, int count) {
        String[] fields = new String[count];
        int from = start;
        for (int i = 0; i < count; i++) {
            int to = text.indexOf('\t', from);
            to = to < 0 || to > end ? end : to;
            fields[i] = unescape(text.substring(from, to));
            from = to + 1;
        }
        return fields;
    }

    /// Backslashes of COPY; `\N` stays as it is.
    private static String unescape(String field) {
        return field.indexOf('\\') < 0 || field.equals("\\N") ? field : field.replace("\\\\", "\\");
    }

    /// Elements of an array's text form, quotes taken off.
    private static List<String> arrayElements(String text) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                element.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '}')) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        return elements;
    }
}
