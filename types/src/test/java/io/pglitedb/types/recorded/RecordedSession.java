package io.pglitedb.types.recorded;

import io.pglitedb.types.TestSession;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.reference.RoleNames;
import java.util.Map;

/// The session that answers were recorded in, as far as types ask for it: a few roles, no one reads notices.
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
            return ROLES.entrySet().stream()
                    .filter(role -> role.getValue() == oid)
                    .map(Map.Entry::getKey)
                    .findAny()
                    .orElse(null);
        }
    };

    @Override
    public void report(Report notice) {}

    @Override
    public <T> T as(Class<T> context) {
        return context == RoleNames.class ? context.cast(ROLE_NAMES) : super.as(context);
    }
}
