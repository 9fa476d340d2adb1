/// Window functions over sorted batches. A column of values is computed while rows come (`WindowColumn.feed`), as
/// far as later rows are not needed; rows wait in a queue, and beyond `work_mem` in a file, until all their
/// values are known. Start at `VectorWindow`.
package io.pglitedb.executor.vector.window;
