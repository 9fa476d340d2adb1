/// Keys of hash tables over columns: grouping and joining share them. Start at `KeyTable`.
package io.pglitedb.executor.vector.key;
