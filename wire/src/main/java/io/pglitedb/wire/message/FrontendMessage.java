package io.pglitedb.wire.message;

import io.pglitedb.executor.session.ColumnFormat;
import java.util.List;

/// What a client sends after its startup packet.
public sealed interface FrontendMessage {
    record Query(String sql) implements FrontendMessage {}

    record Parse(String statement, String sql, int[] parameterOids) implements FrontendMessage {}

    /// `values` has a null element for SQL NULL.
    record Bind(
            String portal,
            String statement,
            List<ColumnFormat> parameterFormats,
            byte[][] values,
            List<ColumnFormat> resultFormats)
            implements FrontendMessage {}

    record DescribeStatement(String statement) implements FrontendMessage {}

    record DescribePortal(String portal) implements FrontendMessage {}

    record Execute(String portal, int maxRows) implements FrontendMessage {}

    record CloseStatement(String statement) implements FrontendMessage {}

    record ClosePortal(String portal) implements FrontendMessage {}

    record Sync() implements FrontendMessage {}

    record Flush() implements FrontendMessage {}

    record Terminate() implements FrontendMessage {}

    /// @param values null for SQL NULL
    record FunctionCall(int function, List<ColumnFormat> argumentFormats, byte[][] values, ColumnFormat resultFormat)
            implements FrontendMessage {}

    record CopyData(byte[] bytes) implements FrontendMessage {}

    record CopyDone() implements FrontendMessage {}

    record CopyFail(String reason) implements FrontendMessage {}
}
