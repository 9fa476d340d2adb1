/// Simple conditions on columns, and what zone maps, page indexes and bloom filters say of them. They only ever
/// leave out rows that certainly do not satisfy a condition; whoever reads the rest applies the condition itself.
package io.pglitedb.columnstore.predicate;
