package io.pglitedb.executor.session;

import java.util.List;

/// Answer to Describe of a prepared statement: resolved parameter types and the columns;
/// `returnsRows` is false for a command that returns none (NoData). Column formats are TEXT, being unknown before Bind.
public record StatementDescription(List<Integer> parameterOids, boolean returnsRows, List<ResultColumn> columns) {
    public StatementDescription {
        parameterOids = List.copyOf(parameterOids);
        columns = List.copyOf(columns);
        if (!returnsRows && !columns.isEmpty()) {
            throw new IllegalArgumentException("columns of a command that returns no rows");
        }
    }
}
