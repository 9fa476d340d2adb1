/// The default text search parser: splits a document into tokens of 23 types. Start at `Tokens`.
package io.pglitedb.types.textsearch.parser;
