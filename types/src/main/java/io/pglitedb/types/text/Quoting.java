package io.pglitedb.types.text;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Set;

/// Identifiers and literals as SQL text.
public final class Quoting {
    private Quoting() {}

    /// In double quotes unless it is a plain lower-case identifier and no keyword beyond the unreserved ones.
    public static String identifier(String name) {
        return isPlain(name) && !Keywords.QUOTED.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            return false;
        }
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
    }

    /// In single quotes, with the E prefix when it holds a backslash.
    public static String literal(String text) {
        String quoted = text.replace("'", "''");
        return quoted.indexOf('\\') < 0 ? "'" + quoted + "'" : "E'" + quoted.replace("\\", "\\\\") + "'";
    }

    @Prosrc("quote_ident")
    public static Utf8 quoteIdentifier(Utf8 name) {
        return Utf8.of(identifier(name.toString()));
    }

    @Prosrc("quote_literal")
    public static Utf8 quoteLiteral(Utf8 text) {
        return Utf8.of(literal(text.toString()));
    }

    @Prosrc("quote_nullable")
    public static Utf8 quoteNullable(Utf8 text) {
        return text == null ? Utf8.of("NULL") : quoteLiteral(text);
    }

    /// Keywords that may not stand bare where a name is meant. Source: PostgreSQL 15, `pg_get_keywords()`, all
    /// categories but U.
    private static final class Keywords {
        static final Set<String> QUOTED =
                Set.of(("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit "
                                + "boolean both case cast char character check coalesce collate collation column concurrently "
                                + "constraint create cross current_catalog current_date current_role current_schema current_time "
                                + "current_timestamp current_user dec decimal default deferrable desc distinct do else end except "
                                + "exists extract false fetch float for foreign freeze from full grant greatest group grouping "
                                + "having ilike in initially inner inout int integer intersect interval into is isnull join "
                                + "lateral leading least left like limit localtime localtimestamp national natural nchar none "
                                + "normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay "
                                + "placing position precision primary real references returning right row select session_user "
                                + "setof similar smallint some substring symmetric table tablesample then time timestamp to "
                                + "trailing treat trim true union unique user using values varchar variadic verbose when where "
                                + "window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi "
                                + "xmlroot xmlserialize xmltable")
                        .split(" "));
    }
}
