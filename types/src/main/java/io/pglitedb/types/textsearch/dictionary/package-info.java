/// Dictionaries turn tokens into lexemes; a configuration says which ones are asked for a type of token.
package io.pglitedb.types.textsearch.dictionary;
