package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.transaction.TransactionListener;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A session's portals, of the protocol and of DECLARE alike; the protocol's unnamed one is "". They end with
/// their transaction, but for held cursors.
public final class Portals implements TransactionListener {
    private final Backend session;
    private final Map<String, Portal> byName = new LinkedHashMap<>();
    private int unnamed;

    Portals(Backend session) {
        this.session = session;
    }

    /// 42P03 when the name is taken; the unnamed one is replaced.
    void put(Portal portal) {
        if (portal.name().isEmpty()) {
            close("");
        } else {
            requireFree(portal.name());
        }
        byName.put(portal.name(), portal);
    }

    public void requireFree(String name) {
        if (byName.containsKey(name)) {
            throw new PgException(SqlState.DUPLICATE_CURSOR, "cursor \"%s\" already exists".formatted(name));
        }
    }

    /// DECLARE.
    public void declare(String name, StatementSource query, Object[] parameters, CursorOptions options) {
        StatementSource.Analysis analysis = query.analysis(session);
        List<ColumnFormat> formats =
                analysis.shape().formats(List.of(options.binary() ? ColumnFormat.BINARY : ColumnFormat.TEXT));
        QueryPortal portal = new QueryPortal(name, query, parameters, analysis.shape(), formats, options, session);
        portal.start();
        put(portal);
    }

    /// For a cursor whose name nobody has chosen.
    public String unusedName() {
        String name;
        do {
            unnamed++;
            name = "<unnamed portal %d>".formatted(unnamed);
        } while (byName.containsKey(name));
        return name;
    }

    /// Null when there is none.
    Portal find(String name) {
        return byName.get(name);
    }

    /// 34000 when there is none.
    Portal get(String name) {
        Portal portal = byName.get(name);
        if (portal == null) {
            throw new PgException(SqlState.UNDEFINED_CURSOR, "portal \"%s\" does not exist".formatted(name));
        }
        return portal;
    }

    /// 34000 when there is none.
    public QueryPortal cursor(String name) {
        Portal portal = byName.get(name);
        if (portal == null) {
            throw new PgException(SqlState.UNDEFINED_CURSOR, "cursor \"%s\" does not exist".formatted(name));
        }
        if (!(portal instanceof QueryPortal query)) {
            throw portal.cannotRun();
        }
        return query;
    }

    /// Null when there is none.
    public QueryPortal cursorIfOpen(String name) {
        return byName.get(name) instanceof QueryPortal query ? query : null;
    }

    public Collection<Portal> all() {
        return List.copyOf(byName.values());
    }

    public void close(String name) {
        Portal portal = byName.remove(name);
        if (portal != null) {
            portal.close();
        }
    }

    /// CLOSE ALL.
    public void closeAll() {
        closeIf(portal -> true);
    }

    private void closeIf(Predicate<Portal> test) {
        List<Portal> closing = new ArrayList<>(byName.values());
        closing.removeIf(test.negate());
        for (Portal portal : closing) {
            byName.remove(portal.name());
            portal.close();
        }
    }

    @Override
    public void beforePrepare() {
        for (Portal portal : byName.values()) {
            if (portal.level() > 0
                    && portal instanceof QueryPortal query
                    && query.cursor().options().hold()) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "cannot PREPARE a transaction that has created a cursor WITH HOLD");
            }
        }
    }

    @Override
    public void beforeCommit() {
        for (Portal portal : List.copyOf(byName.values())) {
            if (portal.level() > 0
                    && portal instanceof QueryPortal query
                    && query.cursor().options().hold()) {
                query.hold();
            }
        }
        // What reads the transaction's snapshot ends before it.
        closeIf(portal -> portal.level() > 0);
    }

    @Override
    public void rollingBack() {
        closeIf(portal -> portal.level() > 0);
    }

    @Override
    public void savepointReleased(int level) {
        for (Portal portal : byName.values()) {
            if (portal.level() >= level) {
                portal.level(level - 1);
            }
        }
    }

    @Override
    public void savepointRollingBack(int level) {
        closeIf(portal -> portal.level() >= level);
    }
}
