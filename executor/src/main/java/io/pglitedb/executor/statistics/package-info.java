/// What is known of tables beside their rows: how often they are read and changed ([ActivityCounters]), how large
/// they are ([RelationSizes]), and what ANALYZE finds in them.
package io.pglitedb.executor.statistics;
