package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Visibility;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import java.util.function.IntPredicate;

/// Whether a bare name finds an object: whether it is the first of that name along the search path. Null for what
/// does not exist.
public final class VisibilityFunctions {
    private VisibilityFunctions() {}

    /// @param isThere whether a schema has an object of that name
    private static boolean isFirst(CatalogView catalog, int namespace, IntPredicate isThere) {
        for (int schema : catalog.searchPath()) {
            if (schema == namespace) {
                return true;
            }
            if (isThere.test(schema)) {
                return false;
            }
        }
        return false;
    }

    /// For kinds that are asked about seldom: by the catalog's rows.
    private static Boolean isVisible(CallContext call, int classOid, int oid) {
        CatalogReader reader = ObjectFunctions.reader(call);
        SystemRow row = reader.row(SystemTables.find(classOid).oidIndex(), oid);
        return row == null ? null : new Visibility(reader, NameFunctions.catalog(call)).isVisible(row);
    }

    @Prosrc("pg_opfamily_is_visible")
    public static Boolean operatorFamily(CallContext call, int oid) {
        return isVisible(call, ClassOid.OPERATOR_FAMILY, oid);
    }

    @Prosrc("pg_conversion_is_visible")
    public static Boolean conversion(CallContext call, int oid) {
        return isVisible(call, ClassOid.CONVERSION, oid);
    }

    @Prosrc("pg_statistics_obj_is_visible")
    public static Boolean statistics(CallContext call, int oid) {
        return isVisible(call, ClassOid.EXTENDED_STATISTICS, oid);
    }

    @Prosrc("pg_ts_parser_is_visible")
    public static Boolean textSearchParser(CallContext call, int oid) {
        return isVisible(call, ClassOid.TEXT_SEARCH_PARSER, oid);
    }

    @Prosrc("pg_ts_dict_is_visible")
    public static Boolean textSearchDictionary(CallContext call, int oid) {
        return isVisible(call, ClassOid.TEXT_SEARCH_DICTIONARY, oid);
    }

    @Prosrc("pg_ts_template_is_visible")
    public static Boolean textSearchTemplate(CallContext call, int oid) {
        return isVisible(call, ClassOid.TEXT_SEARCH_TEMPLATE, oid);
    }

    @Prosrc("pg_ts_config_is_visible")
    public static Boolean textSearchConfiguration(CallContext call, int oid) {
        return isVisible(call, ClassOid.TEXT_SEARCH_CONFIGURATION, oid);
    }

    @Prosrc("pg_table_is_visible")
    public static Boolean table(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(oid);
        return table == null
                ? null
                : isFirst(catalog, table.namespace(), schema -> catalog.table(schema, table.name()) != null);
    }

    @Prosrc("pg_type_is_visible")
    public static Boolean type(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        TypeDef type = catalog.type(oid);
        return type == null
                ? null
                : isFirst(catalog, type.namespace(), schema -> catalog.type(schema, type.name()) != null);
    }

    @Prosrc("pg_function_is_visible")
    public static Boolean function(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        FunctionDef function = catalog.function(oid);
        return function == null
                ? null
                : isFirst(
                        catalog,
                        function.namespace(),
                        schema -> catalog.functions(function.name()).stream()
                                .anyMatch(other -> other.namespace() == schema
                                        && other.argumentTypes().equals(function.argumentTypes())));
    }

    @Prosrc("pg_operator_is_visible")
    public static Boolean operator(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        OperatorDef operator = catalog.operator(oid);
        return operator == null
                ? null
                : isFirst(
                        catalog,
                        operator.namespace(),
                        schema -> catalog.operators(operator.name()).stream()
                                .anyMatch(other -> other.namespace() == schema
                                        && other.leftType() == operator.leftType()
                                        && other.rightType() == operator.rightType()));
    }

    @Prosrc("pg_collation_is_visible")
    public static Boolean collation(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        CollationDef collation = catalog.collation(oid);
        return collation == null
                ? null
                : isFirst(catalog, collation.namespace(), schema -> catalog.collation(schema, collation.name()) != 0);
    }

    @Prosrc("pg_opclass_is_visible")
    public static Boolean operatorClass(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        OperatorClassDef known = catalog.operatorClass(oid);
        return known == null
                ? null
                : isFirst(
                        catalog,
                        known.namespace(),
                        schema -> catalog.operatorClass(known.method(), schema, known.name()) != null);
    }
}
