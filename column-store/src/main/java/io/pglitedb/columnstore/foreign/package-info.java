/// Parquet files that others wrote, read row by row for people: column chunks whole, pages of any kind, flat
/// columns only.
/// ```
///   ForeignFile ── footer: columns as SQL types (`ForeignType`)
///        └─ ForeignRows ── per column a ForeignChunk: page after page, physical values → carriers
/// ```
/// Nothing is cached and nothing pruned: segments have `read` for that.
package io.pglitedb.columnstore.foreign;
