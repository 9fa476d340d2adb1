package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.types.error.PgException;
import java.util.Set;

/// What the engine can do about collations: strings are compared by their bytes, which is the order of "C", of
/// the database's default and of code points.
public final class Collations {
    private static final int DEFAULT = 100;
    private static final int C = 950;
    private static final int POSIX = 951;
    private static final Set<String> BYTEWISE = Set.of("C", "POSIX", "C.UTF-8", "C.utf8", "ucs_basic");

    /// `prosrc` of functions whose result depends on the order of strings.
    private static final Set<String> ORDERING = Set.of(
            "text_lt",
            "text_le",
            "text_gt",
            "text_ge",
            "bttextcmp",
            "text_larger",
            "text_smaller",
            "bpcharlt",
            "bpcharle",
            "bpchargt",
            "bpcharge",
            "bpcharcmp",
            "bpchar_larger",
            "bpchar_smaller");

    private Collations() {}

    /// 0A000 when strings of that collation cannot be put in order.
    public static void requireOrder(CatalogView catalog, int collation) {
        CollationDef definition = other(catalog, collation);
        if (definition != null && !BYTEWISE.contains(definition.collate().orElse(""))) {
            throw notSupported(definition);
        }
    }

    /// 0A000 when equal strings of that collation may have different bytes.
    public static void requireEquality(CatalogView catalog, int collation) {
        CollationDef definition = other(catalog, collation);
        if (definition != null && !definition.deterministic()) {
            throw notSupported(definition);
        }
    }

    static void requireCall(CatalogView catalog, String prosrc, int collation) {
        if (ORDERING.contains(prosrc)) {
            requireOrder(catalog, collation);
        } else {
            requireEquality(catalog, collation);
        }
    }

    private static CollationDef other(CatalogView catalog, int collation) {
        return collation == 0 || collation == DEFAULT || collation == C || collation == POSIX
                ? null
                : catalog.collation(collation);
    }

    private static PgException notSupported(CollationDef collation) {
        return PgException.notSupported("collation \"" + collation.name() + "\"");
    }
}
