package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.reference.QualifiedNames;
import io.pglitedb.types.textsearch.dictionary.BuiltinTextSearch;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// There is one text search parser, `pg_catalog."default"`: others need C functions.
final class ParserNames {
    private ParserNames() {}

    static int oid(Utf8 name) {
        List<String> parts = QualifiedNames.split(name.toString());
        boolean known = parts.getLast().equals("default")
                && (parts.size() == 1 || parts.size() == 2 && parts.getFirst().equals("pg_catalog"));
        if (!known) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT, "text search parser \"" + String.join(".", parts) + "\" does not exist");
        }
        return BuiltinTextSearch.DEFAULT_PARSER;
    }

    static void requireDefault(int parser) {
        if (parser != BuiltinTextSearch.DEFAULT_PARSER) {
            throw new PgException(
                    SqlState.INTERNAL_ERROR,
                    "cache lookup failed for text search parser " + Integer.toUnsignedString(parser));
        }
    }
}
