/// COPY. Out: rows of a query → [RowFormatter] → [CopyTarget]. In: [CopySource] → [RecordReader] (fields of a
/// row) → values → [RowInserter]. Start at [CopyCommand].
package io.pglitedb.executor.command.copy;
