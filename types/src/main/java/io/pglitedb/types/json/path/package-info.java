/// jsonpath: parser, text form and evaluation. Sources of behaviour: PostgreSQL 15 `jsonpath_gram.y`,
/// `jsonpath_scan.l`, `jsonpath.c`, `jsonpath_exec.c`.
package io.pglitedb.types.json.path;
