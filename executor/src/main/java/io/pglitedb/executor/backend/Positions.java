package io.pglitedb.executor.backend;

import io.pglitedb.types.error.PgException;

/// Positions in a statement's text: syntax trees count UTF-16 units, a client is told characters. (Errors of the
/// parser itself count characters already.)
final class Positions {
    private Positions() {}

    static PgException inCharacters(PgException error, String text) {
        int units = error.report().position() - 1;
        if (units <= 0 || units > text.length()) {
            return error;
        }
        int characters = text.codePointCount(0, units);
        if (characters == units) {
            return error;
        }
        PgException corrected = new PgException(error.report().at(characters + 1));
        corrected.initCause(error);
        return corrected;
    }
}
