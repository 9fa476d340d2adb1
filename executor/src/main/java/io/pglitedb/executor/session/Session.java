package io.pglitedb.executor.session;

import java.util.List;
import java.util.Map;

/// One client's session. Methods throw `PgException` for the statement's error; before throwing, the session has
/// put its
/// transaction into the state that [#transactionStatus] shows. A FATAL report ends the session.
public interface Session {
    /// Settings to report once the session is open, in sending order.
    Map<String, String> initialParameters();

    /// Runs all statements of `sql`, as one implicit transaction where PostgreSQL does; sends everything up to,
    /// but not with, ReadyForQuery.
    void simpleQuery(String sql, ResponseSink sink);

    /// Calls one function, in a transaction of its own where none is open; null for SQL NULL. The formats are as
    /// in [#bind].
    byte[] callFunction(
            int function,
            List<ColumnFormat> argumentFormats,
            byte[][] values,
            ColumnFormat resultFormat,
            ResponseSink sink);

    /// `parameterOids` may be shorter than the statement's parameters; 0 leaves a type to be inferred.
    void parse(String statement, String sql, int[] parameterOids, ResponseSink sink);

    StatementDescription describeStatement(String statement);

    PortalDescription describePortal(String portal);

    /// `values` has a null element for SQL NULL. Both format lists are as sent: empty (all text), one for all, or
    /// one for each; the session reports a wrong count.
    void bind(
            String portal,
            String statement,
            List<ColumnFormat> parameterFormats,
            byte[][] values,
            List<ColumnFormat> resultFormats,
            ResponseSink sink);

    /// `maxRows` 0 is without limit. Sends rows and the tag, never RowDescription.
    ExecuteOutcome execute(String portal, int maxRows, ResponseSink sink);

    /// Closing what does not exist is no error.
    void closeStatement(String statement);

    void closePortal(String portal);

    /// Ends the implicit transaction of extended-query messages: commits, or rolls back after [#fail]. May throw.
    void sync(ResponseSink sink);

    /// Tells the session that the protocol itself refused a message, so that the transaction fails as for any
    /// error.
    void fail();

    TransactionStatus transactionStatus();

    /// Sends what LISTEN has gathered; called only between messages while no transaction is open.
    void deliverNotifications(ResponseSink sink);

    /// Asks the running statement to end with 57014; no effect when none runs. Any thread may call.
    void cancel();

    /// Rolls back and releases everything; idempotent, never throws.
    void terminate();
}
