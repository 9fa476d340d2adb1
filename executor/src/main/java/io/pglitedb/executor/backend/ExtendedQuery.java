package io.pglitedb.executor.backend;

import io.pglitedb.executor.backend.PreparedStatements.Prepared;
import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ExecuteOutcome;
import io.pglitedb.executor.session.PortalDescription;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.StatementDescription;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Arrays;
import java.util.List;

/// The messages of the extended protocol. A transaction that no block holds open ends with Sync.
final class ExtendedQuery {
    private final Backend session;
    private final SourceCache cache;
    private final ParameterReader parameters;

    ExtendedQuery(Backend session) {
        this.session = session;
        this.cache = new SourceCache(session, false);
        this.parameters = new ParameterReader(session);
    }

    void parse(String name, String sql, int[] parameterOids) {
        session.block().startCommand();
        if (name.isEmpty()) {
            session.statements().remove("");
        } else {
            session.statements().requireFree(name);
        }
        List<Integer> types = Arrays.stream(parameterOids).boxed().toList();
        List<StatementSource> sources = cache.get(sql, types);
        if (sources.size() > 1) {
            throw new PgException(SqlState.SYNTAX_ERROR, "cannot insert multiple commands into a prepared statement");
        }
        StatementSource source = sources.isEmpty() ? null : sources.getFirst();
        if (source != null) {
            requireUsable(source);
            source.analysis(session);
        }
        session.statements()
                .put(new Prepared(name, source, sql, session.context().statementTimestamp(), false));
    }

    private void requireUsable(StatementSource source) {
        if (source != null && !source.has(Trait.IN_FAILED_BLOCK)) {
            session.block().requireUsable();
        }
    }

    StatementDescription describeStatement(String name) {
        session.block().startCommand();
        StatementSource source = session.statements().get(name).source();
        if (source == null) {
            return new StatementDescription(List.of(), false, List.of());
        }
        requireUsable(source);
        StatementSource.Analysis analysis = source.analysis(session);
        ResultShape shape = analysis.shape();
        return new StatementDescription(
                analysis.parameterTypes(),
                shape.returnsRows(),
                shape.describe(shape.formats(List.of()), session.catalog()));
    }

    PortalDescription describePortal(String name) {
        session.block().startCommand();
        Portal portal = session.portals().get(name);
        requireUsable(portal.source());
        ResultShape shape = portal.shape();
        return new PortalDescription(shape.returnsRows(), shape.describe(portal.formats(), session.catalog()));
    }

    void bind(
            String portalName,
            String statementName,
            List<ColumnFormat> parameterFormats,
            byte[][] values,
            List<ColumnFormat> resultFormats) {
        session.block().startCommand();
        Prepared prepared = session.statements().get(statementName);
        StatementSource source = prepared.source();
        requireUsable(source);
        List<Integer> types =
                source == null ? List.of() : source.analysis(session).parameterTypes();
        Object[] bound = parameters.read(portalName, statementName, types, parameterFormats, values);
        session.portals().put(portal(portalName, source, bound, resultFormats));
    }

    private Portal portal(String name, StatementSource source, Object[] bound, List<ColumnFormat> resultFormats) {
        if (source == null) {
            return new EmptyPortal(name, session.block().level());
        }
        StatementSource.Analysis analysis = source.analysis(session);
        List<ColumnFormat> formats = analysis.shape().formats(resultFormats);
        return source.isQuery()
                ? new QueryPortal(
                        name,
                        source,
                        bound,
                        analysis.shape(),
                        formats,
                        CursorOptions.portal(session.context().statementTimestamp()),
                        session)
                : new CommandPortal(name, source, analysis.parameterTypes(), bound, analysis.shape(), formats, session);
    }

    ExecuteOutcome execute(String name, int maxRows, ResponseSink sink) {
        session.block().startCommand();
        Portal portal = session.portals().get(name);
        if (portal instanceof EmptyPortal) {
            sink.emptyQuery();
            return ExecuteOutcome.COMPLETE;
        }
        requireUsable(portal.source());
        ResultShape shape = portal.shape();
        RowReceiver receiver = shape.returnsRows()
                ? new RowWriter(sink, session.context(), shape, portal.formats())
                : RowReceiver.NONE;
        String tag;
        boolean done = false;
        try {
            tag = portal.run(Math.max(maxRows, 0), receiver, sink);
            done = true;
        } finally {
            if (!done) {
                portal.fail();
            }
        }
        if (tag == null) {
            return ExecuteOutcome.SUSPENDED;
        }
        sink.commandComplete(tag);
        return ExecuteOutcome.COMPLETE;
    }

    /// Of a prepared statement; empty when there is none.
    String textOf(String statement) {
        Prepared prepared = session.statements().find(statement);
        return prepared == null ? "" : prepared.text();
    }

    /// Of a portal; empty when there is none.
    String textOfPortal(String name) {
        Portal portal = session.portals().find(name);
        return portal == null || portal.source() == null ? "" : portal.source().text();
    }
}
