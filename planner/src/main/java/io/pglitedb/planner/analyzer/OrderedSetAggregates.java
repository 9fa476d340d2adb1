package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.planner.analyzer.FunctionResolver.Candidate;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.function.Supplier;

/// WITHIN GROUP: the arguments come as one list, direct ones first, then those to aggregate.
final class OrderedSetAggregates {
    private OrderedSetAggregates() {}

    /// Whether the aggregate is of this kind; raises when the call is not.
    ///
    /// @param signature of the call, for messages
    static boolean check(
            ParseState state, FuncCall raw, Candidate candidate, List<Expr> arguments, Supplier<String> signature) {
        AggregateDef aggregate = state.catalog().aggregate(candidate.function().oid());
        String name = String.join(".", raw.name());
        if (aggregate.kind() == 'n') {
            if (raw.withinGroup()) {
                throw error(
                        raw,
                        SqlState.WRONG_OBJECT_TYPE,
                        "%s is not an ordered-set aggregate, so it cannot have WITHIN GROUP".formatted(name));
            }
            return false;
        }
        if (!raw.withinGroup()) {
            throw error(raw, SqlState.WRONG_OBJECT_TYPE, "WITHIN GROUP is required for ordered-set aggregate " + name);
        }
        if (raw.over() != null) {
            throw error(raw, SqlState.FEATURE_NOT_SUPPORTED, "OVER is not supported for ordered-set aggregate " + name);
        }
        String hint = wrongDivision(raw, candidate, aggregate, name, arguments.size());
        if (hint != null) {
            throw error(raw, SqlState.UNDEFINED_FUNCTION, "function %s does not exist".formatted(signature.get()))
                    .hint(hint);
        }
        return true;
    }

    /// The function was found by the whole list; null when it takes this division of it, else the hint.
    private static String wrongDivision(
            FuncCall raw, Candidate candidate, AggregateDef aggregate, String name, int count) {
        int aggregated = raw.orderBy().size();
        int direct = count - aggregated;
        int wanted = aggregate.directArguments();
        int parameters = candidate.variadicCount() > 1 ? count - candidate.variadicCount() + 1 : count;
        if (candidate.function().variadicElementType() == NONE || wanted < parameters) {
            return direct == wanted
                    ? null
                    : "There is an ordered-set aggregate %s, but it requires %d direct argument%s, not %d."
                            .formatted(name, wanted, wanted == 1 ? "" : "s", direct);
        }
        if (aggregate.kind() == 'h') {
            return candidate.variadicCount() == 2 * aggregated
                    ? null
                    : ("To use the hypothetical-set aggregate %s, the number of hypothetical direct arguments (here %d)"
                                    + " must match the number of ordering columns (here %d).")
                            .formatted(name, candidate.variadicCount() - aggregated, aggregated);
        }
        return candidate.variadicCount() > aggregated
                ? null
                : "There is an ordered-set aggregate %s, but it requires at least %d direct argument%s."
                        .formatted(name, wanted, wanted == 1 ? "" : "s");
    }

    /// A hypothetical value and the column it is put among get one type, the column's if possible.
    static void unifyHypothetical(ParseState state, FuncCall raw, Candidate candidate, List<Expr> arguments) {
        if (state.catalog().aggregate(candidate.function().oid()).kind() != 'h') {
            return;
        }
        int aggregated = raw.orderBy().size();
        int direct = arguments.size() - aggregated;
        for (int i = direct - aggregated; i < direct; i++) {
            int column = i + aggregated;
            if (candidate.declared().get(i) != ANY) {
                continue;
            }
            List<Expr> pair = List.of(arguments.get(column), arguments.get(i));
            int type = CommonType.select(state.types(), pair, "WITHIN GROUP");
            int typmod = Expr.commonTypmod(pair, type);
            for (int index : new int[] {i, column}) {
                arguments.set(
                        index,
                        Coercion.coerce(
                                state, arguments.get(index), type, typmod, Context.IMPLICIT, Form.IMPLICIT_CAST, -1));
            }
        }
    }

    private static PgException error(FuncCall raw, SqlState code, String message) {
        return new PgException(code, message).at(raw.location() + 1);
    }
}
