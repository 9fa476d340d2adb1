/// INSERT, UPDATE and DELETE with all that a changed row has to satisfy.
package io.pglitedb.executor.row.modify;
