/// The demonstration: real data in, transactions and analytical queries beside each other, on any PostgreSQL.
package io.pglitedb.server.demo;
