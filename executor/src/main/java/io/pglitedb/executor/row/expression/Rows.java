package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.value.PgRecord;
import java.util.Arrays;
import java.util.List;

/// Row values: constructors, fields, comparison.
final class Rows {
    /// Support function of a btree family that compares.
    private static final int COMPARE = 1;

    private static final int BTREE = 403;

    private final ExpressionCompiler compiler;

    Rows(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    Evaluator constructor(Expr.RowConstructor constructor) {
        Evaluator[] fields = compiler.compileAll(constructor.fields()).toArray(new Evaluator[0]);
        CompositeShape shape = CompositeShape.of(compiler.catalog(), constructor.type());
        if (shape == null) {
            List<SqlType> types = List.of(Calls.types(constructor.fields()));
            return row -> new PgRecord(Oids.RECORD, constructor.names(), types, values(fields, row));
        }
        boolean withDropped = fields.length == shape.fieldOf().length;
        return row -> withDropped ? shape.row(values(fields, row)) : shape.ofFields(values(fields, row));
    }

    private static Object[] values(Evaluator[] fields, Object[] row) {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields[i].evaluate(row);
        }
        return values;
    }

    /// Each field is tested, not deeper; of a NULL row no field is there to be anything but NULL.
    Evaluator nullTest(Expr.NullTest test) {
        Evaluator argument = compiler.compile(test.argument());
        boolean isNull = test.isNull();
        return row -> {
            if (!(argument.evaluate(row) instanceof PgRecord record)) {
                return isNull;
            }
            for (Object field : record.fields()) {
                if ((field == null) != isNull) {
                    return false;
                }
            }
            return true;
        };
    }

    /// The first pair that differs decides; a NULL before it makes the result unknown.
    Evaluator compare(Expr.RowCompare comparison) {
        Evaluator[] left = compiler.compileAll(comparison.left()).toArray(new Evaluator[0]);
        Evaluator[] right = compiler.compileAll(comparison.right()).toArray(new Evaluator[0]);
        BoundFunction[] orders = new BoundFunction[left.length];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = order(comparison, i);
        }
        return row -> {
            int order = 0;
            for (int i = 0; i < orders.length && order == 0; i++) {
                Object a = left[i].evaluate(row);
                Object b = right[i].evaluate(row);
                if (a == null || b == null) {
                    return null;
                }
                order = (Integer) orders[i].call(a, b);
            }
            return switch (comparison.kind()) {
                case LESS -> order < 0;
                case LESS_EQUAL -> order <= 0;
                case GREATER_EQUAL -> order >= 0;
                case GREATER -> order > 0;
            };
        };
    }

    private BoundFunction order(Expr.RowCompare comparison, int column) {
        OperatorDef operator =
                compiler.catalog().operator(comparison.operators().get(column));
        OperatorFamilyDef family = family(operator.oid());
        int function = family.supportFunction(operator.leftType(), operator.rightType(), COMPARE);
        SqlType[] types = {
            SqlType.of(comparison.left().get(column).type()),
            SqlType.of(comparison.right().get(column).type())
        };
        return compiler.binder()
                .bind(
                        function,
                        types,
                        SqlType.of(Oids.INT4),
                        comparison.inputCollations().get(column));
    }

    private OperatorFamilyDef family(int operator) {
        for (OperatorFamilyDef.Member member : compiler.catalog().familiesOf(operator)) {
            if (member.method() == BTREE) {
                return compiler.catalog().operatorFamily(member.family());
            }
        }
        throw new IllegalArgumentException("orders nothing: operator " + operator);
    }

    Evaluator select(Expr.FieldSelect select) {
        Evaluator argument = compiler.compile(select.argument());
        CompositeShape shape =
                CompositeShape.of(compiler.catalog(), select.argument().type());
        int field = shape == null ? select.field() - 1 : shape.fieldOf()[select.field() - 1];
        return row -> argument.evaluate(row) instanceof PgRecord record && field >= 0 && field < record.fields().length
                ? record.fields()[field]
                : null;
    }

    Evaluator store(Expr.FieldStore store) {
        Evaluator argument = compiler.compile(store.argument());
        CompositeShape shape = CompositeShape.of(compiler.catalog(), store.type());
        int[] fields = store.fields().stream()
                .mapToInt(number -> shape.fieldOf()[number - 1])
                .toArray();
        Object[][] old = new Object[fields.length][1];
        Evaluator[] values = new Evaluator[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = compiler.compileOver(old[i], store.values().get(i));
        }
        int width = shape.names().size();
        return row -> {
            Object[] changed = argument.evaluate(row) instanceof PgRecord record
                    ? Arrays.copyOf(record.fields(), width)
                    : new Object[width];
            for (int i = 0; i < fields.length; i++) {
                old[i][0] = changed[fields[i]];
                changed[fields[i]] = values[i].evaluate(row);
            }
            return shape.ofFields(changed);
        };
    }

    /// Fields of the parent's names, in the parent's order.
    Evaluator convert(Expr.ConvertRowtype conversion) {
        Evaluator argument = compiler.compile(conversion.argument());
        CompositeShape from =
                CompositeShape.of(compiler.catalog(), conversion.argument().type());
        CompositeShape to = CompositeShape.of(compiler.catalog(), conversion.type());
        int[] sources = to.names().stream().mapToInt(from.names()::indexOf).toArray();
        return row -> {
            if (!(argument.evaluate(row) instanceof PgRecord record)) {
                return null;
            }
            Object[] fields = new Object[sources.length];
            for (int i = 0; i < sources.length; i++) {
                fields[i] = record.fields()[sources[i]];
            }
            return to.ofFields(fields);
        };
    }
}
