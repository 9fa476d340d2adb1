/// UNION, INTERSECT, EXCEPT and recursion.
package io.pglitedb.executor.row.set;
