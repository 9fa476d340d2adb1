package io.pglitedb.executor.backend;

import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The statements of the strings that the session ran last, with their plans. A string whose meaning may depend
/// on more than the catalog and the settings (`'now'` becomes a constant) is not kept.
final class SourceCache {
    private static final int ENTRIES_MAX = 64;
    private static final int CHARACTERS_MAX = 4_096;
    private static final List<String> MOMENTS = List.of("now", "today", "tomorrow", "yesterday", "epoch");

    private final Backend session;
    private final Map<String, List<StatementSource>> byText = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<StatementSource>> eldest) {
            return size() > ENTRIES_MAX;
        }
    };
    private long settingChanges;

    SourceCache(Backend session) {
        this.session = session;
    }

    List<StatementSource> get(String sql) {
        long changes = session.variables().values().changes();
        if (changes != settingChanges) {
            byText.clear();
            settingChanges = changes;
        }
        List<StatementSource> known = byText.get(sql);
        if (known != null && known.stream().allMatch(source -> source.isCurrent(session))) {
            return known;
        }
        List<StatementSource> parsed = parse(session, sql, List.of(), true);
        if (sql.length() <= CHARACTERS_MAX
                && parsed.stream().allMatch(StatementSource::isQuery)
                && !isOfItsMoment(sql)) {
            byText.put(sql, parsed);
        }
        return parsed;
    }

    private static boolean isOfItsMoment(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        return MOMENTS.stream().anyMatch(lower::contains);
    }

    static List<StatementSource> parse(Backend session, String sql, List<Integer> types, boolean fixedTypes) {
        ParserSettings settings =
                new ParserSettings(session.variables().values().standardConformingStrings(), session::report);
        List<StatementSource> sources = new ArrayList<>(1);
        for (RawStatement raw : SqlParser.parse(sql, settings)) {
            sources.add(StatementSource.of(sql, raw, types, fixedTypes));
        }
        return sources;
    }
}
