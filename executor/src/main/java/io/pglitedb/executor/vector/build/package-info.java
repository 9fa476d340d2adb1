/// From plan nodes to vector operators; start at `VectorOperators`.
package io.pglitedb.executor.vector.build;
