package io.pglitedb.catalog.naming;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.text.Quoting;
import java.util.Map;

/// Types as SQL spells them: what `format_type` returns. Source: PostgreSQL's `format_type.c`.
public final class TypeNames {
    private static final int HEADER_BYTES = 4; // VARHDRSZ: part of the typmod of lengths and of numeric's
    /// `typstorage` of oidvector and int2vector, which go by their own names.
    private static final char PLAIN = 'p';
    private static final Map<String, String> LENGTHLESS =
            Map.of("character", "bpchar", "character[]", "bpchar[]", "bit", "\"bit\"", "bit[]", "\"bit\"[]");
    private static final int PG_CATALOG = 11;

    private final CatalogView catalog;

    public TypeNames(CatalogView catalog) {
        this.catalog = catalog;
    }

    /// As a column's type: CHARACTER and BIT, which alone would mean a length of 1, go by other names without
    /// one.
    ///
    /// @param typmod -1 for none
    public String format(int oid, int typmod) {
        String text = format(oid, typmod, false);
        return typmod >= 0 ? text : LENGTHLESS.getOrDefault(text, text);
    }

    /// As messages name a type.
    public String format(int oid) {
        return format(oid, -1, false);
    }

    /// The same whatever the search path: with the schema unless the SQL standard gives the name.
    public String formatQualified(int oid) {
        return format(oid, -1, true);
    }

    private String format(int oid, int typmod, boolean alwaysQualified) {
        if (oid == 0) {
            return "-";
        }
        TypeDef type = catalog.type(oid);
        if (type == null) {
            return "???";
        }
        if (type.isTrueArray() && type.storage() != PLAIN) {
            return format(type.elementType(), typmod, alwaysQualified) + "[]";
        }
        String sql = standardName(type, typmod);
        return sql != null ? sql : name(type, alwaysQualified) + otherModifier(typmod);
    }

    /// The names that the SQL standard gives; null for a type that goes by its own.
    private static String standardName(TypeDef type, int typmod) {
        if (type.namespace() != PG_CATALOG) {
            return null;
        }
        return switch (type.name()) {
            case "bit" -> typmod < 0 ? "bit" : "bit(" + typmod + ")";
            case "varbit" -> typmod < 0 ? "bit varying" : "bit varying(" + typmod + ")";
            case "bool" -> "boolean";
            case "bpchar" -> typmod < 0 ? "character" : "character(" + (typmod - HEADER_BYTES) + ")";
            case "varchar" -> typmod < 0 ? "character varying" : "character varying(" + (typmod - HEADER_BYTES) + ")";
            case "char" -> "\"char\"";
            case "float4" -> "real";
            case "float8" -> "double precision";
            case "int2" -> "smallint";
            case "int4" -> "integer";
            case "int8" -> "bigint";
            case "numeric" -> typmod < 0 ? "numeric" : "numeric" + numericModifier(typmod - HEADER_BYTES);
            case "interval" -> "interval" + intervalModifier(typmod);
            case "time" -> "time" + precision(typmod) + " without time zone";
            case "timetz" -> "time" + precision(typmod) + " with time zone";
            case "timestamp" -> "timestamp" + precision(typmod) + " without time zone";
            case "timestamptz" -> "timestamp" + precision(typmod) + " with time zone";
            default -> null;
        };
    }

    /// Precision in the upper 16 bits, scale in the lower 11, signed.
    private static String numericModifier(int packed) {
        int scale = (packed & 0x7ff ^ 1024) - 1024;
        return "(" + (packed >> 16 & 0xffff) + "," + scale + ")";
    }

    private static String precision(int typmod) {
        return typmod < 0 ? "" : "(" + typmod + ")";
    }

    /// Fields in the upper 16 bits, precision in the lower; 0xffff and 0x7fff mean all.
    private static String intervalModifier(int typmod) {
        if (typmod < 0) {
            return "";
        }
        int precision = typmod & 0xffff;
        String fields = switch (typmod >> 16 & 0x7fff) {
            case 1 << 2 -> " year";
            case 1 << 1 -> " month";
            case 1 << 3 -> " day";
            case 1 << 10 -> " hour";
            case 1 << 11 -> " minute";
            case 1 << 12 -> " second";
            case 1 << 2 | 1 << 1 -> " year to month";
            case 1 << 3 | 1 << 10 -> " day to hour";
            case 1 << 3 | 1 << 10 | 1 << 11 -> " day to minute";
            case 1 << 3 | 1 << 10 | 1 << 11 | 1 << 12 -> " day to second";
            case 1 << 10 | 1 << 11 -> " hour to minute";
            case 1 << 10 | 1 << 11 | 1 << 12 -> " hour to second";
            case 1 << 11 | 1 << 12 -> " minute to second";
            default -> "";
        };
        return precision == 0xffff ? fields : fields + "(" + precision + ")";
    }

    private static String otherModifier(int typmod) {
        return typmod < 0 ? "" : "(" + typmod + ")";
    }

    private String name(TypeDef type, boolean alwaysQualified) {
        String name = Quoting.identifier(type.name());
        return !alwaysQualified && isVisible(type)
                ? name
                : Quoting.identifier(catalog.namespaceName(type.namespace())) + "." + name;
    }

    /// Whether the search path finds it first.
    private boolean isVisible(TypeDef type) {
        for (int namespace : catalog.searchPath()) {
            TypeDef found = catalog.type(namespace, type.name());
            if (found != null) {
                return found.oid() == type.oid();
            }
        }
        return false;
    }
}
