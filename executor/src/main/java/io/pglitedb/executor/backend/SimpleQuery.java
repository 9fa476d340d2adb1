package io.pglitedb.executor.backend;

import io.pglitedb.executor.command.Command.Trait;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.planner.ast.SessionStatement.Fetch;
import java.util.List;

/// The simple query message: all statements of a string, in one transaction when they are several and none of
/// them says otherwise.
final class SimpleQuery {
    private static final Object[] NO_PARAMETERS = {};

    private final Backend session;
    private final SourceCache cache;
    private final ParameterizedQueries queries;

    SimpleQuery(Backend session) {
        this.session = session;
        this.cache = new SourceCache(session, true);
        this.queries = new ParameterizedQueries(session);
    }

    void run(String sql, ResponseSink sink) {
        session.portals().close("");
        session.statements().remove("");
        if (runParameterized(sql, sink)) {
            return;
        }
        List<StatementSource> statements = cache.get(sql, List.of());
        if (statements.isEmpty()) {
            sink.emptyQuery();
            return;
        }
        boolean several = statements.size() > 1;
        for (int index = 0; index < statements.size(); index++) {
            StatementSource source = statements.get(index);
            if (!source.has(Trait.IN_FAILED_BLOCK)) {
                session.block().requireUsable();
            }
            session.block().startCommand();
            if (several) {
                session.block().beginImplicit();
            }
            String tag = run(source, NO_PARAMETERS, sink);
            if (index == statements.size() - 1) {
                session.block().endImplicit();
            }
            session.block().finishCommand();
            sink.commandComplete(tag);
        }
    }

    /// Runs a simple statement by the plan that it shares with others; false when it has to be taken as it
    /// stands.
    private boolean runParameterized(String sql, ResponseSink sink) {
        ParameterizedQueries.Lookup found = queries.find(sql);
        if (found == null) {
            return false;
        }
        session.block().requireUsable();
        session.block().startCommand();
        Object[] parameters = found.bind();
        if (parameters == null) {
            return false;
        }
        String tag = run(found.source(), parameters, sink);
        session.block().finishCommand();
        sink.commandComplete(tag);
        return true;
    }

    private String run(StatementSource source, Object[] parameters, ResponseSink sink) {
        StatementSource.Analysis analysis = source.analysis(session);
        ResultShape shape = analysis.shape();
        List<ColumnFormat> formats = shape.formats(List.of(format(source)));
        Portal portal = source.isQuery()
                ? new QueryPortal(
                        "",
                        source,
                        parameters,
                        shape,
                        formats,
                        CursorOptions.portal(session.context().statementTimestamp()),
                        session)
                : new CommandPortal("", source, List.of(), NO_PARAMETERS, shape, formats, session);
        session.portals().put(portal);
        RowReceiver receiver = RowReceiver.NONE;
        if (shape.returnsRows()) {
            sink.rowDescription(shape.describe(formats, session.catalog()));
            receiver = new RowWriter(sink, session.context(), shape, formats);
        }
        String tag = portal.run(0, receiver, sink);
        session.portals().close("");
        return tag;
    }

    /// FETCH from a binary cursor gives binary values.
    private ColumnFormat format(StatementSource source) {
        if (source.statement() instanceof Fetch fetch && !fetch.move()) {
            QueryPortal cursor = session.portals().cursorIfOpen(fetch.cursor());
            if (cursor != null && cursor.cursor().options().binary()) {
                return ColumnFormat.BINARY;
            }
        }
        return ColumnFormat.TEXT;
    }
}
