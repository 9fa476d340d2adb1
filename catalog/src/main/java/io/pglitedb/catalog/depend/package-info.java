/// What depends on what: pg_depend and pg_shdepend, and DROP, which follows them. Objects are named by
/// `ObjectAddress`; `ObjectDescriptions` words them as PostgreSQL's messages do.
package io.pglitedb.catalog.depend;
