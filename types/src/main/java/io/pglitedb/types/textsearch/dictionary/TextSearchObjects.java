package io.pglitedb.types.textsearch.dictionary;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.reference.ObjectNames;

/// Text search configurations and dictionaries by OID: a context of the session
/// (`SessionContext.as(TextSearchObjects.class)`). A database that has none of its own answers with
/// `BuiltinTextSearch.INSTANCE`.
public interface TextSearchObjects {
    /// Null when there is none.
    Configuration configuration(int oid);

    /// Null when there is none.
    Dictionary dictionary(int oid);

    static Configuration configuration(int oid, SessionContext session) {
        Configuration configuration = session.as(TextSearchObjects.class).configuration(oid);
        if (configuration == null) {
            throw notFound("configuration", oid);
        }
        return configuration;
    }

    static Dictionary dictionary(int oid, SessionContext session) {
        Dictionary dictionary = session.as(TextSearchObjects.class).dictionary(oid);
        if (dictionary == null) {
            throw notFound("dictionary", oid);
        }
        return dictionary;
    }

    private static PgException notFound(String kind, int oid) {
        return new PgException(
                SqlState.INTERNAL_ERROR,
                "cache lookup failed for text search " + kind + " " + Integer.toUnsignedString(oid));
    }

    /// OID of the configuration that the setting `default_text_search_config` names.
    static int defaultConfiguration(SessionContext session) {
        return session.as(ObjectNames.class)
                .oid(ObjectNames.Kind.TEXT_SEARCH_CONFIGURATION, session.setting("default_text_search_config"));
    }
}
