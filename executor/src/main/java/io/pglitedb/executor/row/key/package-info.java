/// When values and rows are the same, and which comes first: what grouping, joining, sorting and uniqueness
/// share. Where an operator is the default one of its type, the type itself compares and hashes; otherwise the
/// operator's function, or the support functions of its family, are called.
package io.pglitedb.executor.row.key;
