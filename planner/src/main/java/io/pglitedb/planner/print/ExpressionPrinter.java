package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.print.ConstantPrinter.Label;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Expressions. Source: `get_rule_expr`.
final class ExpressionPrinter {
    private final CatalogView catalog;
    private final SessionContext session;
    private final Columns columns;
    private final Output out;
    private final Names names;
    private final ConstantPrinter constants;
    private final CallPrinter calls;
    private final Precedence precedence;

    ExpressionPrinter(CatalogView catalog, SessionContext session, Columns columns, Output out) {
        this.catalog = catalog;
        this.session = session;
        this.columns = columns;
        this.out = out;
        this.names = new Names(catalog);
        this.constants = new ConstantPrinter(catalog, session, names);
        this.precedence = new Precedence(names);
        this.calls = new CallPrinter(this, catalog, names, columns, out);
    }

    void print(Expr expression) {
        print(expression, false);
    }

    /// Where a row's `t.*` would be taken for a list of columns: it gets its type.
    void printWhole(Expr expression, boolean showImplicit) {
        print(expression, showImplicit);
        if (expression instanceof Expr.Var variable && variable.attribute() == 0) {
            out.put("::").put(names.type(variable.type(), variable.typmod()));
        }
    }

    void commaSeparatedWhole(List<Expr> expressions, boolean showImplicit) {
        for (int index = 0; index < expressions.size(); index++) {
            out.put(index > 0 ? ", " : "");
            printWhole(expressions.get(index), showImplicit);
        }
    }

    /// A constant with its type in any case.
    void labelled(Expr.Const constant) {
        constants.print(constant, Label.ALWAYS, out);
    }

    /// @param showImplicit prints implicit conversions too: at the top of a target list
    void print(Expr expression, boolean showImplicit) {
        switch (expression) {
            case Expr.Var variable -> out.put(columns.variable(variable));
            case Expr.Slot slot -> out.put(columns.slot(slot));
            case Expr.Const constant -> constants.print(constant, Label.WHERE_NEEDED, out);
            case Expr.Param parameter -> parameter(parameter);
            case Expr.FunctionCall call -> function(call, showImplicit);
            case Expr.OperatorCall call -> operator(call);
            case Expr.DistinctFrom test -> binary(test, test.left(), " IS DISTINCT FROM ", test.right());
            case Expr.NullIf test -> list("NULLIF(", List.of(test.left(), test.right()));
            case Expr.ScalarArrayOperation operation -> {
                open();
                operand(operation.scalar(), operation);
                out.put(" ").put(names.operator(operation.operator())).put(operation.any() ? " ANY (" : " ALL (");
                operand(operation.array(), operation);
                if (operation.array() instanceof Expr.SubLink link && link.kind() == Expr.SubLinkKind.SCALAR) {
                    out.put("::").put(names.type(link.type(), link.typmod())); // else it would be a set of elements
                }
                out.put(")");
                close();
            }
            case Expr.AggregateCall call -> calls.aggregate(call);
            case Expr.Grouping grouping -> list("GROUPING(", grouping.arguments());
            case Expr.WindowCall call -> calls.window(call);
            case Expr.BooleanExpr logic -> logic(logic);
            case Expr.NullTest test -> {
                open();
                operand(test.argument(), test);
                boolean plain = test.rowWise() || !isRowType(test.argument());
                out.put(
                        plain
                                ? test.isNull() ? " IS NULL" : " IS NOT NULL"
                                : test.isNull() ? " IS NOT DISTINCT FROM NULL" : " IS DISTINCT FROM NULL");
                close();
            }
            case Expr.BooleanTest test -> {
                open();
                inParentheses(test.argument(), test);
                out.put(" ").put(test.kind().name().replace('_', ' '));
                close();
            }
            case Expr.Case choice -> choice(choice);
            case Expr.CaseTestValue _ -> out.put("CASE_TEST_EXPR");
            case Expr.Coalesce coalesce -> list("COALESCE(", coalesce.arguments());
            case Expr.MinMax minMax -> list(minMax.greatest() ? "GREATEST(" : "LEAST(", minMax.arguments());
            case Expr.Xml xml -> new XmlExpressionPrinter(this, catalog, out).print(xml);
            case Expr.ArrayConstructor array -> array(array);
            case Expr.RowConstructor row -> row(row);
            case Expr.RowCompare comparison -> {
                out.put("(ROW(");
                commaSeparatedWhole(comparison.left(), true);
                out.put(") ")
                        .put(names.operator(comparison.operators().getFirst()))
                        .put(" ROW(");
                commaSeparatedWhole(comparison.right(), true);
                out.put("))");
            }
            case Expr.FieldSelect select -> fieldSelect(select);
            case Expr.FieldStore store -> print(store.values().getFirst());
            case Expr.SubscriptRef subscript -> subscript(subscript);
            case Expr.SubLink link -> new SubLinkPrinter(catalog, session, columns, out, this, names).print(link);
            case Expr.SubPlan plan -> out.put(columns.subPlan(plan));
            case Expr.RelabelType cast ->
                conversion(
                        cast.argument(),
                        cast.type(),
                        cast.typmod(),
                        cast.origin().form(),
                        showImplicit);
            case Expr.CoerceViaIo cast ->
                conversion(cast.argument(), cast.type(), -1, cast.origin().form(), showImplicit);
            case Expr.ArrayCoerce cast ->
                conversion(
                        cast.argument(),
                        cast.type(),
                        cast.typmod(),
                        cast.origin().form(),
                        showImplicit);
            case Expr.ConvertRowtype cast ->
                conversion(cast.argument(), cast.type(), -1, cast.origin().form(), showImplicit);
            case Expr.CoerceToDomain cast ->
                conversion(
                        cast.argument(),
                        cast.type(),
                        cast.typmod(),
                        cast.origin().form(),
                        showImplicit);
            case Expr.DomainValue _ -> out.put("VALUE");
            case Expr.Collate collate -> {
                open();
                inParentheses(collate.argument(), collate);
                out.put(" COLLATE ").put(names.collation(collate.collation()));
                close();
            }
            case Expr.SqlValueFunction function -> {
                out.put(function.kind().name());
                if (function.typmod() >= 0) {
                    out.put("(" + function.typmod() + ")");
                }
            }
            case Expr.SetToDefault _ -> out.put("DEFAULT");
            case Expr.CurrentOf current -> out.put("CURRENT OF ").put(Quoting.identifier(current.cursor()));
            case Expr.NextValue next -> {
                TableDef sequence = catalog.table(next.sequence());
                out.put("nextval(")
                        .put(Quoting.literal(names.relation(sequence)))
                        .put("::regclass)");
            }
        }
    }

    private boolean isRowType(Expr argument) {
        TypeDef type = catalog.type(argument.type());
        return type != null && type.kind() == 'c';
    }

    private void parameter(Expr.Param parameter) {
        out.put(
                switch (parameter.kind()) {
                    case EXTERNAL -> columns.parameter(parameter);
                    case EXECUTION -> columns.executionParameter(parameter);
                    case SUBLINK, MULTIEXPR -> "$" + parameter.number();
                });
    }

    void open() {
        if (!out.style.fewParentheses()) {
            out.put("(");
        }
    }

    void close() {
        if (!out.style.fewParentheses()) {
            out.put(")");
        }
    }

    /// An operand of an operator: in parentheses where they would be missed, its conversion shown.
    void operand(Expr expression, Expr parent) {
        inParentheses(expression, parent, true);
    }

    void inParentheses(Expr expression, Expr parent) {
        inParentheses(expression, parent, false);
    }

    private void inParentheses(Expr expression, Expr parent, boolean showImplicit) {
        boolean needed = out.style.fewParentheses() && !precedence.isSimple(expression, parent);
        if (needed) {
            out.put("(");
        }
        print(expression, showImplicit);
        if (needed) {
            out.put(")");
        }
    }

    private void binary(Expr whole, Expr left, String operator, Expr right) {
        open();
        operand(left, whole);
        out.put(operator);
        operand(right, whole);
        close();
    }

    private void operator(Expr.OperatorCall call) {
        String operator = names.operator(call.operator());
        if (call.arguments().size() == 2) {
            binary(
                    call,
                    call.arguments().get(0),
                    " " + operator + " ",
                    call.arguments().get(1));
            return;
        }
        open();
        out.put(operator).put(" ");
        operand(call.arguments().getFirst(), call);
        close();
    }

    private void function(Expr.FunctionCall call, boolean showImplicit) {
        Form form = call.origin().form();
        if (form == Form.IMPLICIT_CAST && !showImplicit) {
            inParentheses(call.arguments().getFirst(), call);
            return;
        }
        if (call.origin().isCast()) {
            conversion(call.arguments().getFirst(), call.type(), call.typmod());
            return;
        }
        FunctionDef function = catalog.function(call.function());
        if (form == Form.SQL_SYNTAX && new SqlSyntaxPrinter(this, out).print(function.name(), call)) {
            return;
        }
        calls.function(call);
    }

    private void conversion(Expr argument, int type, int typmod, Form form, boolean showImplicit) {
        if (form == Form.IMPLICIT_CAST && !showImplicit) {
            inParentheses(argument, null);
        } else {
            conversion(argument, type, typmod);
        }
    }

    private void conversion(Expr argument, int type, int typmod) {
        if (argument instanceof Expr.Const constant && constant.type() == type && constant.typmod() == -1) {
            constants.print(constant, Label.NEVER, out);
        } else {
            open();
            inParentheses(argument, null);
            close();
        }
        out.put("::").put(names.type(type, typmod));
    }

    private void logic(Expr.BooleanExpr logic) {
        open();
        if (logic.kind() == Expr.BooleanKind.NOT) {
            out.put("NOT ");
            inParentheses(logic.arguments().getFirst(), logic);
        } else {
            for (int index = 0; index < logic.arguments().size(); index++) {
                if (index > 0) {
                    out.put(" " + logic.kind() + " ");
                }
                inParentheses(logic.arguments().get(index), logic);
            }
        }
        close();
    }

    void list(String opening, List<Expr> arguments) {
        out.put(opening);
        commaSeparated(arguments);
        out.put(")");
    }

    void commaSeparated(List<Expr> expressions) {
        for (int index = 0; index < expressions.size(); index++) {
            if (index > 0) {
                out.put(", ");
            }
            print(expressions.get(index), true);
        }
    }

    private void choice(Expr.Case choice) {
        out.keyword("CASE", 0, Output.LIST, 0);
        if (choice.argument() != null) {
            out.put(" ");
            print(choice.argument(), true);
        }
        for (Expr.When branch : choice.branches()) {
            Expr condition = branch.condition();
            if (choice.argument() != null
                    && condition instanceof Expr.OperatorCall equal
                    && isTestValue(equal.arguments().getFirst())) {
                condition = equal.arguments().get(1);
            }
            if (!out.style.indent()) {
                out.put(" ");
            }
            out.keyword("WHEN ", 0, 0, 0);
            print(condition, false);
            out.put(" THEN ");
            print(branch.result(), true);
        }
        if (!out.style.indent()) {
            out.put(" ");
        }
        out.keyword("ELSE ", 0, 0, 0);
        print(choice.otherwise(), true);
        if (!out.style.indent()) {
            out.put(" ");
        }
        out.keyword("END", -Output.LIST, 0, 0);
    }

    private static boolean isTestValue(Expr expression) {
        return switch (expression) {
            case Expr.CaseTestValue _ -> true;
            case Expr.RelabelType cast -> isTestValue(cast.argument());
            case Expr.FunctionCall call ->
                call.origin().form() == Form.IMPLICIT_CAST
                        && isTestValue(call.arguments().getFirst());
            default -> false;
        };
    }

    private void array(Expr.ArrayConstructor array) {
        out.put("ARRAY[");
        commaSeparated(array.elements());
        out.put("]");
        if (array.elements().isEmpty()) {
            out.put("::").put(names.type(array.type(), -1));
        }
    }

    private void row(Expr.RowConstructor row) {
        out.put("ROW(");
        commaSeparatedWhole(row.fields(), true);
        out.put(")");
        TypeDef type = catalog.type(row.type());
        if (type != null && type.kind() == 'c' && row.origin().form() == Form.EXPLICIT_CAST) {
            out.put("::").put(names.type(row.type(), -1));
        }
    }

    private void fieldSelect(Expr.FieldSelect select) {
        boolean simple = select.argument() instanceof Expr.FieldSelect;
        out.put(simple ? "" : "(");
        print(select.argument(), true);
        out.put(simple ? "" : ")");
        out.put(".").put(Quoting.identifier(fieldName(select)));
    }

    private String fieldName(Expr.FieldSelect select) {
        TypeDef type = catalog.type(select.argument().type());
        while (type != null && type.kind() == 'd') {
            type = catalog.type(type.baseType());
        }
        TableDef table = type == null ? null : catalog.table(type.relation());
        return table == null
                ? select.name() == null ? "f" + select.field() : select.name()
                : table.columns().get(select.field() - 1).name();
    }

    private void subscript(Expr.SubscriptRef subscript) {
        boolean simple = subscript.container() instanceof Expr.Var || subscript.container() instanceof Expr.FieldSelect;
        out.put(simple ? "" : "(");
        print(subscript.container());
        out.put(simple ? "" : ")");
        for (int dimension = 0; dimension < subscript.upper().size(); dimension++) {
            out.put("[");
            if (subscript.slice()) {
                bound(subscript.lower().get(dimension));
                out.put(":");
            }
            bound(subscript.upper().get(dimension));
            out.put("]");
        }
    }

    private void bound(Expr bound) {
        if (bound != null) {
            print(bound);
        }
    }
}
