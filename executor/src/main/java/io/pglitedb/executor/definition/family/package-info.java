/// Tables that inherit from others and partitions: how they get their columns, constraints and indexes, and how
/// they come into a family and leave it. Source of the rules and messages: PostgreSQL's tablecmds.c,
/// partbounds.c.
package io.pglitedb.executor.definition.family;
