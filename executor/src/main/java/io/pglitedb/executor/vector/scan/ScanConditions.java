package io.pglitedb.executor.vector.scan;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.columnstore.predicate.ColumnPredicate;
import io.pglitedb.columnstore.predicate.KeyCondition;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.expression.SubPlanCompiler;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a scan's filter says of single columns, for leaving out segments and pages: comparisons of btree families
/// and NULL tests among the filter's conjuncts. Whatever is not understood says nothing.
final class ScanConditions {
    private static final int BTREE = 403;
    private static final int TEXT = 25;
    private static final int VARCHAR = 1043;
    private static final Set<Integer> INTEGERS = Set.of(20, 21, 23);
    private static final ColumnPredicate.Operator[] STRATEGIES = {
        ColumnPredicate.Operator.LESS,
        ColumnPredicate.Operator.LESS_OR_EQUAL,
        ColumnPredicate.Operator.EQUAL,
        ColumnPredicate.Operator.GREATER_OR_EQUAL,
        ColumnPredicate.Operator.GREATER
    };

    private final TableDef table;
    private final List<Integer> columns;
    private final CatalogView catalog;
    private final ExpressionCompiler compiler;
    private final List<KeyCondition> found = new ArrayList<>();

    private ScanConditions(TableSource.Request request, Run run) {
        this.table = request.table();
        this.columns = request.columns();
        this.catalog = run.execution().catalog();
        this.compiler = new ExpressionCompiler(
                catalog,
                run.execution().session(),
                FunctionRegistry.standard(),
                run.parameters(),
                SubPlanCompiler.NONE);
    }

    /// With the values that the run's parameters have.
    static List<KeyCondition> of(TableSource.Request request, Run run) {
        if (request.filter() == null) {
            return List.of();
        }
        ScanConditions conditions = new ScanConditions(request, run);
        conditions.add(request.filter());
        return conditions.found;
    }

    private void add(Expr condition) {
        switch (condition) {
            case Expr.BooleanExpr logic
            when logic.kind() == Expr.BooleanKind.AND -> logic.arguments().forEach(this::add);
            case Expr.NullTest test
            when !test.rowWise() && column(test.argument()) > 0 -> {
                int column = column(test.argument());
                found.add(KeyCondition.of(
                        test.isNull() ? new ColumnPredicate.IsNull(column) : new ColumnPredicate.IsNotNull(column)));
            }
            case Expr.OperatorCall call when call.arguments().size() == 2 -> comparison(call);
            case Expr.ScalarArrayOperation operation when operation.any() -> among(operation);
            default -> {}
        }
    }

    private void comparison(Expr.OperatorCall call) {
        Expr left = call.arguments().get(0);
        Expr right = call.arguments().get(1);
        OperatorDef operator = catalog.operator(call.operator());
        if (column(left) > 0) {
            compare(column(left), call.operator(), right);
        } else if (column(right) > 0 && operator != null && operator.commutator() != 0) {
            compare(column(right), operator.commutator(), left);
        }
    }

    private void compare(int column, int operator, Expr expression) {
        OperatorFamilyDef.Member member = member(operator);
        ValueType type = member == null ? null : columnType(column, member);
        Object value = type == null ? null : converted(value(expression), type);
        if (value != null) {
            found.add(KeyCondition.of(
                    new ColumnPredicate.Compare(column, STRATEGIES[member.strategy() - 1], type, value)));
        }
    }

    private void among(Expr.ScalarArrayOperation operation) {
        int column = column(operation.scalar());
        OperatorFamilyDef.Member member = column > 0 ? member(operation.operator()) : null;
        ValueType type = member == null ? null : columnType(column, member);
        if (type != null
                && STRATEGIES[member.strategy() - 1] == ColumnPredicate.Operator.EQUAL
                && value(operation.array()) instanceof PgArray array) {
            List<Object> values = new ArrayList<>();
            for (Object element : array.elements()) {
                Object value = element == null ? null : converted(element, type);
                if (element != null && value == null) {
                    return;
                }
                if (value != null) {
                    values.add(value);
                }
            }
            found.add(KeyCondition.of(new ColumnPredicate.In(column, type, values)));
        }
    }

    /// Number of the column that the expression is; 0 when it is none.
    private int column(Expr expression) {
        Expr bare = expression;
        while (bare instanceof Expr.RelabelType relabel) {
            bare = relabel.argument();
        }
        return bare instanceof Expr.Slot slot && slot.index() < columns.size() ? columns.get(slot.index()) : 0;
    }

    /// As a member of the btree family that its left type has by default; null when it is none.
    private OperatorFamilyDef.Member member(int operator) {
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            if (member.method() == BTREE
                    && member.purpose() == 's'
                    && (member.leftType() == member.rightType()
                            || INTEGERS.contains(member.leftType()) && INTEGERS.contains(member.rightType()))
                    && isDefault(member)) {
                return member;
            }
        }
        return null;
    }

    /// Others, text_pattern_ops for one, may have another order.
    private boolean isDefault(OperatorFamilyDef.Member member) {
        int operatorClass = catalog.defaultOperatorClass(BTREE, member.leftType());
        return operatorClass != 0 && catalog.operatorClass(operatorClass).family() == member.family();
    }

    /// Null when the column is of another type than the operator compares, but for varchar, which is text.
    private ValueType columnType(int column, OperatorFamilyDef.Member member) {
        int own = table.columns().get(column - 1).type();
        return own == member.leftType() || own == VARCHAR && member.leftType() == TEXT ? BuiltinTypes.find(own) : null;
    }

    /// A value of another integer type as one of the column's; null when there is none.
    private static Object converted(Object value, ValueType type) {
        if (value == null || type.carrier().isInstance(value)) {
            return value;
        }
        if (!(value instanceof Long || value instanceof Integer || value instanceof Short)) {
            return null;
        }
        long number = ((Number) value).longValue();
        if (type.carrier() == Long.class) {
            return number;
        }
        if (type.carrier() == Integer.class && number == (int) number) {
            return (int) number;
        }
        return type.carrier() == Short.class && number == (short) number ? (Short) (short) number : null;
    }

    /// Null when it is not the same for all rows, or cannot be computed: then the scan says so, if it comes to
    /// that.
    private Object value(Expr expression) {
        if (!isConstant(expression) || ExpressionFacts.isVolatile(expression, catalog)) {
            return null;
        }
        try {
            return compiler.compile(expression).evaluate(new Object[0]);
        } catch (PgException _) {
            return null;
        }
    }

    /// Columns vary, and subqueries run where the plan has them.
    private static boolean isConstant(Expr expression) {
        return !(expression instanceof Expr.Slot || expression instanceof Expr.SubPlan)
                && expression.children().stream().allMatch(ScanConditions::isConstant);
    }
}
