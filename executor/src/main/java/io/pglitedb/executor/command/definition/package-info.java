/// Commands that make what SQL is made of: aggregates, operators, casts, range types, collations.
package io.pglitedb.executor.command.definition;
