package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.print.PartitionPrinter;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TableColumns;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.reference.ObjectNames;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// pg_get_expr and pg_get_viewdef.
public final class ExpressionTexts {
    private ExpressionTexts() {}

    static SqlPrinter printer(CallContext call, Style style) {
        return new SqlPrinter(NameFunctions.catalog(call), call.session(), style);
    }

    static Style style(boolean pretty) {
        return pretty ? Style.PRETTY : Style.PLAIN;
    }

    /// @param table null for an expression without columns
    static String expression(CallContext call, String tree, TableDef table, Style style) {
        return printer(call, style)
                .expression(
                        NodeTree.readExpression(tree, call.session()),
                        new TableColumns(table, NameFunctions.catalog(call)));
    }

    @Prosrc("pg_get_expr")
    public static Utf8 expression(CallContext call, Utf8 tree, int relation) {
        return expression(call, tree, relation, false);
    }

    @Prosrc("pg_get_expr_ext")
    public static Utf8 expression(CallContext call, Utf8 tree, int relation, boolean pretty) {
        TableDef table = relation == 0 ? null : NameFunctions.catalog(call).table(relation);
        if (relation != 0 && table == null) {
            return null;
        }
        if (NodeTree.isPartitionBound(tree.toString())) {
            return Utf8.of(new PartitionPrinter(NameFunctions.catalog(call), call.session())
                    .bound(NodeTree.readPartitionBound(tree.toString(), call.session())));
        }
        return Utf8.of(expression(call, tree.toString(), table, style(pretty)));
    }

    @Prosrc("pg_get_viewdef")
    public static Utf8 view(CallContext call, int oid) {
        return view(call, oid, Style.PLAIN);
    }

    @Prosrc("pg_get_viewdef_ext")
    public static Utf8 view(CallContext call, int oid, boolean pretty) {
        return view(call, oid, style(pretty));
    }

    @Prosrc("pg_get_viewdef_wrap")
    public static Utf8 view(CallContext call, int oid, int wrapColumn) {
        return view(call, oid, Style.PRETTY.withWrapColumn(wrapColumn));
    }

    @Prosrc("pg_get_viewdef_name")
    public static Utf8 view(CallContext call, Utf8 name) {
        return view(call, relation(call, name), Style.PLAIN);
    }

    @Prosrc("pg_get_viewdef_name_ext")
    public static Utf8 view(CallContext call, Utf8 name, boolean pretty) {
        return view(call, relation(call, name), style(pretty));
    }

    private static int relation(CallContext call, Utf8 name) {
        return call.session().as(ObjectNames.class).oid(ObjectNames.Kind.CLASS, name.toString());
    }

    private static Utf8 view(CallContext call, int oid, Style style) {
        CatalogView catalog = NameFunctions.catalog(call);
        String tree = catalog.viewQuery(oid).orElse(null);
        if (tree == null) {
            return catalog.table(oid) == null ? null : Utf8.of("Not a view");
        }
        List<String> names =
                catalog.table(oid).columns().stream().map(ColumnDef::name).toList();
        return Utf8.of(printer(call, style).query(NodeTree.readQuery(tree, call.session()), names) + ";");
    }
}
