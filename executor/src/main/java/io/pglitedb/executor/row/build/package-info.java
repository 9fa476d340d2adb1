/// From plan nodes to operators; start at `OperatorBuilder`.
package io.pglitedb.executor.row.build;
