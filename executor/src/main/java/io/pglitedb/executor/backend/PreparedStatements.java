package io.pglitedb.executor.backend;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A session's prepared statements, of the protocol and of PREPARE alike; the protocol's unnamed one is "".
public final class PreparedStatements {
    /// @param source null for an empty string
    /// @param text as the client sent it
    /// @param preparedAt µs since 2000-01-01 UTC
    /// @param fromSql made by PREPARE
    public record Prepared(String name, StatementSource source, String text, long preparedAt, boolean fromSql) {}

    private final Map<String, Prepared> byName = new HashMap<>();

    /// 42P05 when the name is taken; the unnamed one is replaced.
    public void put(Prepared prepared) {
        requireFree(prepared.name());
        byName.put(prepared.name(), prepared);
    }

    void requireFree(String name) {
        if (!name.isEmpty() && byName.containsKey(name)) {
            throw new PgException(
                    SqlState.DUPLICATE_PSTATEMENT, "prepared statement \"%s\" already exists".formatted(name));
        }
    }

    /// 26000 when there is none.
    public Prepared get(String name) {
        Prepared prepared = byName.get(name);
        if (prepared == null) {
            throw new PgException(
                    SqlState.UNDEFINED_PSTATEMENT,
                    name.isEmpty()
                            ? "unnamed prepared statement does not exist"
                            : "prepared statement \"%s\" does not exist".formatted(name));
        }
        return prepared;
    }

    /// Null when there is none.
    Prepared find(String name) {
        return byName.get(name);
    }

    public void remove(String name) {
        byName.remove(name);
    }

    public void removeAll() {
        byName.clear();
    }

    /// The named ones.
    public List<Prepared> all() {
        List<Prepared> named = new ArrayList<>(byName.values());
        named.removeIf(prepared -> prepared.name().isEmpty());
        return named;
    }
}
