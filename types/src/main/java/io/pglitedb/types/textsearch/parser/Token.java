package io.pglitedb.types.textsearch.parser;

import io.pglitedb.types.value.Utf8;

/// A piece of a document. The parts of a hyphenated word or a URL follow the whole, so tokens may overlap.
public record Token(TokenType type, Utf8 text) {}
