package io.pglitedb.catalog.naming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// Names as SQL must write them: in double quotes unless they are lower-case letters, digits and underscores and no
/// key word that is reserved in any way. Source: PostgreSQL's `quote_identifier`.
public final class QuotedIdentifier {
    private static final Set<String> KEYWORDS = keywords();

    private QuotedIdentifier() {}

    public static String quote(String name) {
        return isPlain(name) && !KEYWORDS.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            return false;
        }
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
    }

    private static Set<String> keywords() {
        try (InputStream in = QuotedIdentifier.class.getResourceAsStream("/io/pglitedb/catalog/keywords.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .filter(fields -> !fields[1].equals("U"))
                    .map(fields -> fields[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
