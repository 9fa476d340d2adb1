package io.pglitedb.executor.backend;

import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import java.util.List;
import java.util.function.Predicate;

/// A query that a command runs for its own ends, in the session's transaction: it sees the newest committed rows
/// and everything that the transaction has written.
public final class InternalQuery implements AutoCloseable {
    private static final int ALL_COMMANDS = Integer.MAX_VALUE;

    private final RunnablePlan run;
    private final Snapshot newest;

    private InternalQuery(RunnablePlan run, Snapshot newest) {
        this.run = run;
        this.newest = newest;
    }

    /// Reads what it read at this moment, whatever the command does to the catalog meanwhile.
    public static InternalQuery open(Query query, Backend session) {
        return open(Plans.planInternal(query, session, List.of()), session);
    }

    /// The same for what the current role asks for: 42501 when it may not have it.
    public static InternalQuery openChecked(Query query, Backend session) {
        return open(Plans.plan(query, session, List.of()), session);
    }

    private static InternalQuery open(PlannedStatement plan, Backend session) {
        Transaction transaction = session.block().transaction();
        RunnablePlan run = Plans.build(plan, session);
        Snapshot newest = transaction.newestCommitted();
        InternalQuery query = new InternalQuery(run, newest);
        boolean opened = false;
        try {
            run.open(QueryRun.execution(session, new ReadView(newest, ALL_COMMANDS), new Object[0]));
            opened = true;
        } finally {
            if (!opened) {
                query.close();
            }
        }
        return query;
    }

    /// Null after the last row. The array is reused.
    public Object[] next() {
        return run.next();
    }

    @Override
    public void close() {
        run.close();
        newest.close();
    }

    /// The first row, null when there is none.
    ///
    /// @param sql whose names are qualified and quoted
    public static Object[] first(String sql, Backend session) {
        return first(analyzed(sql, session), session);
    }

    /// @param sql as for `first`
    public static InternalQuery open(String sql, Backend session) {
        return open(analyzed(sql, session), session);
    }

    private static Query analyzed(String sql, Backend session) {
        return Analyzer.analyze(
                SqlParser.parse(sql, ParserSettings.DEFAULT).getFirst(),
                session.catalog(),
                session.context(),
                ParameterTypes.none());
    }

    public static Object[] first(Query query, Backend session) {
        Object[][] found = new Object[1][];
        forEach(Plans.planInternal(query, session, List.of()), session, row -> {
            found[0] = row.clone();
            return false;
        });
        return found[0];
    }

    /// Hands every row to the reader until it says false. The array is reused.
    public static void forEach(PlannedStatement plan, Backend session, Predicate<Object[]> reader) {
        try (InternalQuery query = open(plan, session)) {
            Object[] row = query.next();
            while (row != null && reader.test(row)) {
                row = query.next();
            }
        }
    }
}
