/// DISTINCT over sorted rows, INTERSECT and EXCEPT. UNION is an append, and grouping where rows come once only.
package io.pglitedb.executor.vector.set;
