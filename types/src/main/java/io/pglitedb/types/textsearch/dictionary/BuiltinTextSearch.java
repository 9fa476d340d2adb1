package io.pglitedb.types.textsearch.dictionary;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.textsearch.parser.TokenType;
import io.pglitedb.types.value.Utf8;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The configurations and dictionaries that every new database has. Facts: resources `configurations.tsv`,
/// `dictionaries.tsv`, PostgreSQL 15.
public final class BuiltinTextSearch implements TextSearchObjects {
    public static final BuiltinTextSearch INSTANCE = new BuiltinTextSearch();

    public static final int DEFAULT_PARSER = 3722;

    private final Map<String, Integer> dictionaryOids = new HashMap<>();
    private final Map<String, Integer> configurationOids = new HashMap<>();
    private final Int2ObjectMap<Dictionary> dictionaries = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectMap<Configuration> configurations = new Int2ObjectOpenHashMap<>();

    private BuiltinTextSearch() {
        for (String line : lines("dictionaries.tsv")) {
            String[] fields = line.split("\t", -1);
            dictionaryOids.put(fields[1], Integer.valueOf(fields[0]));
            dictionaries.put(Integer.parseInt(fields[0]), dictionary(fields[2], options(fields[3])));
        }
        for (String line : lines("configurations.tsv")) {
            String[] fields = line.split("\t", -1);
            configurationOids.put(fields[1], Integer.valueOf(fields[0]));
            configurations.put(Integer.parseInt(fields[0]), configuration(fields[2]));
        }
    }

    @Override
    public Configuration configuration(int oid) {
        return configurations.get(oid);
    }

    @Override
    public Dictionary dictionary(int oid) {
        return dictionaries.get(oid);
    }

    /// OIDs of the configurations in schema pg_catalog by name.
    public Map<String, Integer> configurationOids() {
        return Collections.unmodifiableMap(configurationOids);
    }

    /// OIDs of the dictionaries in schema pg_catalog by name.
    public Map<String, Integer> dictionaryOids() {
        return Collections.unmodifiableMap(dictionaryOids);
    }

    /// A dictionary of a built-in template, as CREATE TEXT SEARCH DICTIONARY makes it.
    ///
    /// @param options names in lower case
    public static Dictionary dictionary(String template, Map<String, String> options) {
        Words words = new Words(stopWords(options.get("stopwords")));
        return switch (template) {
            case "simple" -> {
                requireKnown("Simple", options, Set.of("stopwords", "accept"));
                yield new SimpleDictionary(words, !"false".equals(options.get("accept")));
            }
            case "snowball" -> {
                requireKnown("Snowball", options, Set.of("stopwords", "language"));
                yield snowball(words, options.get("language"));
            }
            default -> throw PgException.notSupported("text search template " + template);
        };
    }

    private static void requireKnown(String template, Map<String, String> options, Set<String> known) {
        for (String option : options.keySet()) {
            if (!known.contains(option)) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "unrecognized " + template + " parameter: \"" + option + "\"");
            }
        }
    }

    private static Dictionary snowball(Words words, String language) {
        if (language == null) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "missing Language parameter");
        }
        var stemmer = SnowballDictionary.stemmer(language.toLowerCase(Locale.ROOT));
        if (stemmer == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "no Snowball stemmer available for language \"" + language + "\" and encoding \"UTF8\"");
        }
        return new SnowballDictionary(words, stemmer);
    }

    private static Set<Utf8> stopWords(String list) {
        if (list == null) {
            return Set.of();
        }
        if (!list.matches("[a-z_]+") || BuiltinTextSearch.class.getResource(path("stop/" + list + ".txt")) == null) {
            throw PgException.notSupported("the list of stop words \"" + list + "\"");
        }
        return resource("stop/" + list + ".txt").lines().map(Utf8::of).collect(Collectors.toSet());
    }

    /// `name = 'value', …`
    private static Map<String, String> options(String text) {
        Map<String, String> options = new HashMap<>();
        for (String option : text.isEmpty() ? new String[0] : text.split(", ")) {
            String[] parts = option.split(" = ");
            options.put(parts[0], parts[1].substring(1, parts[1].length() - 1));
        }
        return options;
    }

    private Configuration configuration(String mapping) {
        Map<TokenType, List<Configuration.Entry>> byType = new EnumMap<>(TokenType.class);
        for (String entry : mapping.split(" ")) {
            String[] parts = entry.split("=");
            byType.put(
                    TokenType.values()[Integer.parseInt(parts[0]) - 1],
                    Arrays.stream(parts[1].split(","))
                            .map(Integer::parseInt)
                            .map(oid -> new Configuration.Entry(oid, dictionaries.get(oid.intValue())))
                            .toList());
        }
        return new Configuration(byType);
    }

    private static List<String> lines(String name) {
        return resource(name).lines().skip(1).toList();
    }

    private static String path(String name) {
        return "/io/pglitedb/types/textsearch/" + name;
    }

    private static String resource(String name) {
        try (InputStream in = BuiltinTextSearch.class.getResourceAsStream(path(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
