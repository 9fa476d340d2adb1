package io.pglitedb.executor.session;

import java.util.List;

/// Answer to Describe of a portal. `returnsRows` with no columns is a query with an empty select list.
public record PortalDescription(boolean returnsRows, List<ResultColumn> columns) {
    public PortalDescription {
        columns = List.copyOf(columns);
        if (!returnsRows && !columns.isEmpty()) {
            throw new IllegalArgumentException("columns of a command that returns no rows");
        }
    }
}
