package io.pglitedb.executor.backend;

import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The statements of the strings that the session ran or parsed last, with their plans. A string whose meaning may
/// depend
/// on more than the catalog and the settings (`'now'` becomes a constant) is not kept.
final class SourceCache {
    private static final int ENTRIES_MAX = 64;
    private static final int CHARACTERS_MAX = 4_096;
    private static final List<String> MOMENTS = List.of("now", "today", "tomorrow", "yesterday", "epoch");

    /// @param types OIDs of the parameters from $1, as far as the client gives them
    private record Key(String sql, List<Integer> types) {}

    private final Backend session;
    /// Whether all parameters' types are given; otherwise those left open are inferred.
    private final boolean fixedTypes;

    private final Map<Key, List<StatementSource>> byText = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<StatementSource>> eldest) {
            return size() > ENTRIES_MAX;
        }
    };
    private long settingChanges;

    SourceCache(Backend session, boolean fixedTypes) {
        this.session = session;
        this.fixedTypes = fixedTypes;
    }

    List<StatementSource> get(String sql, List<Integer> types) {
        long changes = session.variables().values().changes();
        if (changes != settingChanges) {
            byText.clear();
            settingChanges = changes;
        }
        Key key = new Key(sql, types);
        List<StatementSource> known = byText.get(key);
        if (known != null && known.stream().allMatch(source -> source.isCurrent(session))) {
            return known;
        }
        List<StatementSource> parsed = parse(sql, types);
        if (sql.length() <= CHARACTERS_MAX
                && parsed.stream().allMatch(StatementSource::isQuery)
                && !isOfItsMoment(sql)) {
            byText.put(key, parsed);
        }
        return parsed;
    }

    private static boolean isOfItsMoment(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        return MOMENTS.stream().anyMatch(lower::contains);
    }

    private List<StatementSource> parse(String sql, List<Integer> types) {
        ParserSettings settings =
                new ParserSettings(session.variables().values().standardConformingStrings(), session::report);
        List<StatementSource> sources = new ArrayList<>(1);
        for (RawStatement raw : SqlParser.parse(sql, settings)) {
            sources.add(StatementSource.of(sql, raw, types, fixedTypes));
        }
        return sources;
    }
}
