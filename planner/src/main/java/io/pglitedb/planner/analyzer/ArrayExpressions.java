package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// ARRAY[…]. Source: PostgreSQL's transformArrayExpr.
final class ArrayExpressions {
    private ArrayExpressions() {}

    /// @param arrayType target of a cast around it, 0 for none
    static Expr analyze(ParseState state, AstExpr.ArrayExpr raw, int arrayType, int elementType, int typmod) {
        List<Expr> elements = new ArrayList<>();
        boolean nested = false;
        for (AstExpr element : raw.elements()) {
            Expr value;
            if (element instanceof AstExpr.ArrayExpr inner) {
                value = analyze(state, inner, arrayType, elementType, typmod);
                nested = true;
            } else {
                value = ExpressionAnalyzer.analyze(state, element);
                nested |= state.types().isSubarray(value.type());
            }
            elements.add(value);
        }
        int array = arrayType;
        int coerceTo;
        int item;
        boolean hard = arrayType != NONE;
        if (hard) {
            item = elementType;
            coerceTo = nested ? arrayType : elementType;
        } else {
            if (elements.isEmpty()) {
                throw new PgException(SqlState.INDETERMINATE_DATATYPE, "cannot determine type of empty array")
                        .hint("Explicitly cast to the desired type, for example ARRAY[]::integer[].")
                        .at(raw.location() + 1);
            }
            coerceTo = CommonType.select(state.types(), elements, "ARRAY");
            if (nested) {
                array = coerceTo;
                item = state.types().trueArrayElement(array);
            } else {
                item = coerceTo;
                array = state.types().arrayOf(coerceTo);
            }
            if (item == NONE || array == NONE) {
                throw new PgException(
                                SqlState.UNDEFINED_OBJECT,
                                nested
                                        ? "could not find element type for data type %s"
                                                .formatted(state.types().name(array))
                                        : "could not find array type for data type %s"
                                                .formatted(state.types().name(item)))
                        .at(raw.location() + 1);
            }
        }
        List<Expr> converted = new ArrayList<>();
        for (Expr element : elements) {
            if (hard) {
                Expr value =
                        Coercion.toTarget(state, element, coerceTo, typmod, Context.EXPLICIT, Form.EXPLICIT_CAST, -1);
                if (value == null) {
                    throw Coercion.cannotCast(state, element.type(), coerceTo).at(element.location() + 1);
                }
                converted.add(value);
            } else {
                converted.add(Coercion.toCommon(state, element, coerceTo, "ARRAY"));
            }
        }
        return new Expr.ArrayConstructor(converted, item, nested, array, NONE, Origin.at(raw.location()));
    }
}
