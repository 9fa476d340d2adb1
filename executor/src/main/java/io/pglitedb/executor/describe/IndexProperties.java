package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.AccessMethodDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Locale;

/// What PostgreSQL's access methods, indexes and their columns can do. Source: the documentation's tables of
/// index properties. NULL for a property that is unknown or is none of such an object.
public final class IndexProperties {
    private static final String BTREE = "btree";
    private static final String GIST = "gist";
    private static final String GIN = "gin";
    private static final String BRIN = "brin";
    private static final String SPGIST = "spgist";
    private static final String HASH = "hash";

    private IndexProperties() {}

    private static Boolean ofMethod(String method, String property) {
        return switch (property) {
            case "can_order" -> method.equals(BTREE);
            case "can_unique" -> method.equals(BTREE);
            case "can_multi_col" -> !method.equals(HASH) && !method.equals(SPGIST);
            case "can_exclude" -> !method.equals(GIN) && !method.equals(BRIN);
            case "can_include" -> method.equals(BTREE) || method.equals(GIST) || method.equals(SPGIST);
            default -> null;
        };
    }

    @Prosrc("pg_indexam_has_property")
    public static Boolean accessMethod(CallContext call, int method, Utf8 property) {
        AccessMethodDef found = NameFunctions.catalog(call).accessMethod(method);
        return found == null || found.type() != 'i' ? null : ofMethod(found.name(), lower(property));
    }

    private static String lower(Utf8 property) {
        return property.toString().toLowerCase(Locale.ROOT);
    }

    @Prosrc("pg_index_has_property")
    public static Boolean index(CallContext call, int oid, Utf8 property) {
        IndexDef index = NameFunctions.catalog(call).index(oid);
        if (index == null) {
            return null;
        }
        String method = method(call, index);
        return switch (lower(property)) {
            case "clusterable" -> method.equals(BTREE) || method.equals(GIST);
            case "index_scan" -> !method.equals(GIN) && !method.equals(BRIN);
            case "bitmap_scan" -> true;
            case "backward_scan" -> method.equals(BTREE) || method.equals(HASH);
            default -> null;
        };
    }

    private static String method(CallContext call, IndexDef index) {
        return NameFunctions.catalog(call).accessMethod(index.method()).name();
    }

    /// @param column from 1, columns that are only carried along included
    @Prosrc("pg_index_column_has_property")
    public static Boolean column(CallContext call, int oid, int column, Utf8 property) {
        CatalogView catalog = NameFunctions.catalog(call);
        IndexDef index = catalog.index(oid);
        if (index == null
                || column < 1
                || column > index.keys().size() + index.included().size()) {
            return null;
        }
        String method = method(call, index);
        String name = lower(property);
        if (column > index.keys().size()) {
            return included(method, name);
        }
        IndexDef.Key key = index.keys().get(column - 1);
        boolean ordered = method.equals(BTREE);
        return switch (name) {
            case "asc" -> ordered && !key.descending();
            case "desc" -> ordered && key.descending();
            case "nulls_first" -> ordered && key.nullsFirst();
            case "nulls_last" -> ordered && !key.nullsFirst();
            case "orderable" -> ordered;
            case "distance_orderable" ->
                (method.equals(GIST) || method.equals(SPGIST)) && hasDistance(catalog, key.operatorClass());
            case "returnable" -> isReturnable(catalog, method, key.operatorClass());
            case "search_array" -> ordered;
            case "search_nulls" -> !method.equals(GIN) && !method.equals(HASH);
            default -> null;
        };
    }

    private static Boolean included(String method, String property) {
        return switch (property) {
            case "asc", "desc", "nulls_first", "nulls_last", "distance_orderable" -> null;
            case "orderable", "search_array", "search_nulls" -> false;
            case "returnable" -> !method.equals(GIN) && !method.equals(BRIN) && !method.equals(HASH);
            default -> null;
        };
    }

    private static boolean hasDistance(CatalogView catalog, int operatorClass) {
        OperatorClassDef known = catalog.operatorClass(operatorClass);
        return catalog.operatorFamily(known.family()).members().stream()
                .anyMatch(member -> member.purpose() == 'o' && member.leftType() == known.inputType());
    }

    /// Whether the column's value can be had from the index: of GiST where a class can restore or need not change
    /// it.
    private static boolean isReturnable(CatalogView catalog, String method, int operatorClass) {
        OperatorClassDef known = catalog.operatorClass(operatorClass);
        return switch (method) {
            case BTREE -> true;
            case GIST -> hasSupport(catalog, known, 9) || !hasSupport(catalog, known, 3);
            case SPGIST -> known.inputType() != Oids.POLYGON;
            default -> false;
        };
    }

    private static boolean hasSupport(CatalogView catalog, OperatorClassDef known, int number) {
        return catalog.operatorFamily(known.family()).supports().stream()
                .anyMatch(support -> support.number() == number && support.leftType() == known.inputType());
    }
}
