/// PostgreSQL's suites, SQL files with expected output, crash tests, ArchUnit rules.
package io.pglitedb.regress;
