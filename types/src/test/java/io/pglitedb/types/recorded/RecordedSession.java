package io.pglitedb.types.recorded;

import io.pglitedb.types.TestSession;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.reference.ObjectNames;
import io.pglitedb.types.reference.RoleNames;
import io.pglitedb.types.textsearch.dictionary.BuiltinTextSearch;
import io.pglitedb.types.textsearch.dictionary.TextSearchObjects;
import java.util.Map;

/// The session that answers were recorded in, as far as types ask for it: a few roles, the built-in text search
/// configurations; no one reads notices.
final class RecordedSession extends TestSession {
    private static final Map<String, Integer> ROLES =
            Map.of("postgres", 10, "pg_monitor", 3373, "pg_read_all_data", 6181, "alice", 16385, "Bob Q", 16384);

    private static final RoleNames ROLE_NAMES = new RoleNames() {
        @Override
        public int find(String name) {
            return ROLES.getOrDefault(name, 0);
        }

        @Override
        public String name(int oid) {
            return nameIn(ROLES, oid);
        }
    };

    private static final ObjectNames TEXT_SEARCH_NAMES = new ObjectNames() {
        @Override
        public int oid(Kind kind, String text) {
            return find(kind, text);
        }

        @Override
        public int find(Kind kind, String text) {
            return ofKind(kind).get(text);
        }

        @Override
        public String name(Kind kind, int oid) {
            return nameIn(ofKind(kind), oid);
        }

        private Map<String, Integer> ofKind(Kind kind) {
            BuiltinTextSearch builtin = BuiltinTextSearch.INSTANCE;
            return kind == Kind.TEXT_SEARCH_CONFIGURATION ? builtin.configurationOids() : builtin.dictionaryOids();
        }
    };

    private static String nameIn(Map<String, Integer> names, int oid) {
        return names.entrySet().stream()
                .filter(name -> name.getValue() == oid)
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(null);
    }

    @Override
    public void report(Report notice) {}

    @Override
    public String setting(String name) {
        return switch (name) {
            case "default_text_search_config" -> "english";
            case "xmloption" -> "content";
            case "xmlbinary" -> "base64";
            default -> super.setting(name);
        };
    }

    @Override
    public <T> T as(Class<T> context) {
        return context.cast(
                context == RoleNames.class
                        ? ROLE_NAMES
                        : context == ObjectNames.class
                                ? TEXT_SEARCH_NAMES
                                : context == TextSearchObjects.class ? BuiltinTextSearch.INSTANCE : super.as(context));
    }
}
