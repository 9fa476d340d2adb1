package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TableColumns;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// pg_get_indexdef. Source of the layout: `pg_get_indexdef_worker`.
public final class IndexTexts {
    private IndexTexts() {}

    @Prosrc("pg_get_indexdef")
    public static Utf8 index(CallContext call, int oid) {
        IndexDef index = NameFunctions.catalog(call).index(oid);
        return index == null ? null : Utf8.of(new Text(call, index, Style.PLAIN, true).whole());
    }

    /// @param column from 1: that one alone; 0 for the whole statement
    @Prosrc("pg_get_indexdef_ext")
    public static Utf8 index(CallContext call, int oid, int column, boolean pretty) {
        IndexDef index = NameFunctions.catalog(call).index(oid);
        if (index == null) {
            return null;
        }
        Text text = new Text(call, index, ExpressionTexts.style(pretty), !pretty);
        if (column == 0) {
            return Utf8.of(text.whole());
        }
        List<String> columns = text.bareColumns();
        return Utf8.of(column <= columns.size() ? columns.get(column - 1) : "");
    }

    /// The columns between the brackets of a constraint that the index enforces, without options.
    static List<String> columns(CallContext call, IndexDef index) {
        return new Text(call, index, Style.PLAIN, true).bareColumns();
    }

    private static final class Text {
        private final CatalogView catalog;
        private final IndexDef index;
        private final TableDef table;
        private final SqlPrinter printer;
        private final List<Expr> expressions;
        private final CallContext call;
        private final boolean qualified;

        /// @param qualified always names the table's schema
        Text(CallContext call, IndexDef index, Style style, boolean qualified) {
            this.call = call;
            this.catalog = NameFunctions.catalog(call);
            this.index = index;
            this.table = catalog.table(index.table());
            this.printer = ExpressionTexts.printer(call, style);
            this.qualified = qualified;
            this.expressions = index.expressions()
                    .map(tree -> NodeTree.readExpressions(tree, call.session()))
                    .orElse(List.of());
        }

        String whole() {
            StringBuilder text = new StringBuilder("CREATE ");
            text.append(index.unique() ? "UNIQUE " : "").append("INDEX ").append(Quoting.identifier(index.name()));
            text.append(" ON ").append(table.kind() == 'p' ? "ONLY " : "");
            text.append(
                    qualified
                            ? Quoting.identifier(catalog.namespaceName(table.namespace())) + "."
                                    + Quoting.identifier(table.name())
                            : printer.relation(table.oid()));
            text.append(" USING ")
                    .append(Quoting.identifier(
                            catalog.accessMethod(index.method()).name()));
            text.append(" (").append(String.join(", ", keys())).append(")");
            if (!index.included().isEmpty()) {
                text.append(" INCLUDE (")
                        .append(String.join(
                                ", ",
                                index.included().stream().map(this::column).toList()))
                        .append(")");
            }
            text.append(index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
            List<String> options = catalog.table(index.oid()).options();
            if (!options.isEmpty()) {
                text.append(" WITH (").append(String.join(", ", options)).append(")");
            }
            index.predicate().ifPresent(tree -> text.append(" WHERE ").append(predicate(tree)));
            return text.toString();
        }

        private String predicate(String tree) {
            return printer.expression(NodeTree.readExpression(tree, call.session()), new TableColumns(table, catalog));
        }

        private String column(int number) {
            return Quoting.identifier(table.columns().get(number - 1).name());
        }

        private List<String> keys() {
            List<String> keys = new ArrayList<>();
            Iterator<Expr> expression = expressions.iterator();
            for (IndexDef.Key key : index.keys()) {
                Expr value = key.column() == 0 ? expression.next() : null;
                int type = value == null ? table.columns().get(key.column() - 1).type() : value.type();
                int collation =
                        value == null ? table.columns().get(key.column() - 1).collation() : value.collation();
                StringBuilder text = new StringBuilder(bare(key, value));
                if (key.collation() != 0 && key.collation() != collation) {
                    text.append(" COLLATE ").append(printer.collation(key.collation()));
                }
                text.append(operatorClass(key.operatorClass(), type));
                if (key.descending()) {
                    text.append(key.nullsFirst() ? " DESC" : " DESC NULLS LAST");
                } else {
                    text.append(key.nullsFirst() ? " NULLS FIRST" : "");
                }
                keys.add(text.toString());
            }
            return keys;
        }

        private String bare(IndexDef.Key key, Expr expression) {
            if (expression == null) {
                return column(key.column());
            }
            String text = printer.expression(expression, new TableColumns(table, catalog));
            return expression instanceof Expr.FunctionCall function
                            && !function.origin().isCast()
                    ? text
                    : "(" + text + ")";
        }

        List<String> bareColumns() {
            List<String> columns = new ArrayList<>();
            Iterator<Expr> expression = expressions.iterator();
            for (IndexDef.Key key : index.keys()) {
                columns.add(bare(key, key.column() == 0 ? expression.next() : null));
            }
            index.included().forEach(number -> columns.add(column(number)));
            return columns;
        }

        private String operatorClass(int oid, int type) {
            OperatorClassDef known = catalog.operatorClass(oid);
            if (known == null || known.isDefault() && isOf(known.inputType(), type)) {
                return "";
            }
            return " " + Quoting.identifier(known.name());
        }

        /// Whether the default class of such types is the one for that input type.
        private boolean isOf(int inputType, int type) {
            int base = type;
            for (TypeDef known = catalog.type(base); known != null && known.kind() == 'd'; known = catalog.type(base)) {
                base = known.baseType();
            }
            return catalog.defaultOperatorClass(index.method(), base) == 0 || inputType == base;
        }
    }
}
