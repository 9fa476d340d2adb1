/// Full text search: tsvector and tsquery, matching, ranking and headlines; `parser` splits documents into
/// tokens, `dictionary` turns tokens into lexemes. Behaviour: PostgreSQL 15, chapter "Full Text Search".
package io.pglitedb.types.textsearch;
