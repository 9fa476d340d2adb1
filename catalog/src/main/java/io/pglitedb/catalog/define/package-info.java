/// Building blocks of DDL: each class writes the rows that make one kind of object, dependencies included, as
/// PostgreSQL would. They refuse names that are taken; who may do what, and turning syntax into OIDs and node
/// trees, is the commands' business.
package io.pglitedb.catalog.define;
