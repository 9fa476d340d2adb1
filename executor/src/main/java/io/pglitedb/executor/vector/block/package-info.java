/// Rows that operators keep, in columns: `KeptRows` collects them, `Blocks` names each by a handle and gathers
/// any.
package io.pglitedb.executor.vector.block;
