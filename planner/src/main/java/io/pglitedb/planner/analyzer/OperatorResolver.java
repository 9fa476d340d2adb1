package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds operators and builds their calls. Source: PostgreSQL's parse_oper.c.
final class OperatorResolver {
    private OperatorResolver() {}

    /// @param left 0 for a prefix operator
    static OperatorDef find(ParseState state, List<String> name, int left, int right, int location) {
        OperatorDef found =
                left == NONE ? prefix(state, name, right, location) : binary(state, name, left, right, location);
        return found;
    }

    /// A binary operator that takes the types as they are, or after a relabelling.
    static OperatorDef findCompatible(ParseState state, List<String> name, int left, int right, int location) {
        OperatorDef found = find(state, name, left, right, location);
        if (state.types().isBinaryCoercible(left, found.leftType())
                && state.types().isBinaryCoercible(right, found.rightType())) {
            return found;
        }
        throw new PgException(
                        SqlState.UNDEFINED_FUNCTION,
                        "operator requires run-time type coercion: " + signature(state, name, left, right))
                .at(location + 1);
    }

    private static OperatorDef binary(ParseState state, List<String> name, int left, int right, int location) {
        List<OperatorDef> all = candidates(state, name, true);
        int first = left;
        int second = right;
        if (!all.isEmpty()) {
            OperatorDef exact = exact(state, all, left, right);
            if (exact != null) {
                return exact;
            }
            if (first == UNKNOWN && second == NONE) {
                first = second;
            }
            List<Integer> arguments = List.of(first, second);
            List<OperatorDef> fitting =
                    CandidateChoice.callable(state.types(), arguments, all, OperatorResolver::types);
            if (fitting.size() == 1) {
                return fitting.getFirst();
            }
            if (fitting.size() > 1) {
                OperatorDef best = CandidateChoice.best(state.types(), arguments, fitting, OperatorResolver::types);
                if (best != null) {
                    return best;
                }
                throw ambiguous(state, name, left, right, location);
            }
        }
        throw missing(state, name, left, right, location);
    }

    /// An unknown side is taken for the type of the other.
    private static OperatorDef exact(ParseState state, List<OperatorDef> all, int left, int right) {
        int first = left;
        int second = right;
        boolean wasUnknown = false;
        if (first == UNKNOWN && second != UNKNOWN) {
            first = second;
            wasUnknown = true;
        } else if (second == UNKNOWN && first != UNKNOWN) {
            second = first;
            wasUnknown = true;
        }
        for (OperatorDef candidate : all) {
            if (candidate.leftType() == first && candidate.rightType() == second) {
                return candidate;
            }
        }
        if (wasUnknown) {
            int base = state.types().baseType(first);
            if (base != first) {
                for (OperatorDef candidate : all) {
                    if (candidate.leftType() == base && candidate.rightType() == base) {
                        return candidate;
                    }
                }
            }
        }
        return null;
    }

    private static OperatorDef prefix(ParseState state, List<String> name, int right, int location) {
        List<OperatorDef> all = candidates(state, name, false);
        for (OperatorDef candidate : all) {
            if (candidate.rightType() == right) {
                return candidate;
            }
        }
        List<Integer> arguments = List.of(right);
        List<OperatorDef> fitting = CandidateChoice.callable(state.types(), arguments, all, OperatorResolver::types);
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (fitting.size() > 1) {
            OperatorDef best = CandidateChoice.best(state.types(), arguments, fitting, OperatorResolver::types);
            if (best != null) {
                return best;
            }
            throw ambiguous(state, name, NONE, right, location);
        }
        throw missing(state, name, NONE, right, location);
    }

    private static List<Integer> types(OperatorDef operator) {
        return operator.leftType() == NONE
                ? List.of(operator.rightType())
                : List.of(operator.leftType(), operator.rightType());
    }

    /// Visible operators of that name; of two with the same types the one earlier in the search path.
    private static List<OperatorDef> candidates(ParseState state, List<String> name, boolean binary) {
        List<OperatorDef> all = state.catalog().operators(name.getLast());
        List<Integer> path = SearchPath.ofRoutines(state, name);
        Map<List<Integer>, OperatorDef> byTypes = new HashMap<>();
        List<OperatorDef> visible = new ArrayList<>();
        for (OperatorDef candidate : all) {
            int position = path.indexOf(candidate.namespace());
            if (position < 0 || (candidate.leftType() != NONE) != binary) {
                continue;
            }
            OperatorDef rival = byTypes.get(types(candidate));
            if (rival == null) {
                visible.add(candidate);
                byTypes.put(types(candidate), candidate);
            } else if (path.indexOf(rival.namespace()) > position) {
                visible.set(visible.indexOf(rival), candidate);
                byTypes.put(types(candidate), candidate);
            }
        }
        return visible;
    }

    private static String signature(ParseState state, List<String> name, int left, int right) {
        String operator = String.join(".", name) + " " + state.types().name(right);
        return left == NONE ? operator : state.types().name(left) + " " + operator;
    }

    private static PgException ambiguous(ParseState state, List<String> name, int left, int right, int location) {
        return new PgException(
                        SqlState.AMBIGUOUS_FUNCTION, "operator is not unique: " + signature(state, name, left, right))
                .hint("Could not choose a best candidate operator. You might need to add explicit type casts.")
                .at(location + 1);
    }

    private static PgException missing(ParseState state, List<String> name, int left, int right, int location) {
        return new PgException(
                        SqlState.UNDEFINED_FUNCTION, "operator does not exist: " + signature(state, name, left, right))
                .hint(
                        left == NONE
                                ? "No operator matches the given name and argument type. You might need to add an"
                                        + " explicit type cast."
                                : "No operator matches the given name and argument types. You might need to add"
                                        + " explicit type casts.")
                .at(location + 1);
    }

    /// A call of the operator; `left` is null for a prefix one. PostgreSQL's `make_op`.
    static Expr call(ParseState state, List<String> name, Expr left, Expr right, int location) {
        if (right == null) {
            throw new PgException(SqlState.SYNTAX_ERROR, "postfix operators are not supported").at(location + 1);
        }
        int leftType = left == null ? NONE : left.type();
        OperatorDef operator = find(state, name, leftType, right.type(), location);
        requireBody(state, operator, name, location);
        List<Expr> arguments = new ArrayList<>();
        List<Integer> actual = new ArrayList<>();
        List<Integer> declared = new ArrayList<>();
        if (left != null) {
            arguments.add(left);
            actual.add(leftType);
            declared.add(operator.leftType());
        }
        arguments.add(right);
        actual.add(right.type());
        declared.add(operator.rightType());
        int result = PolymorphicTypes.enforce(state.types(), actual, declared, operator.resultType(), false);
        ArgumentCoercion.apply(state, arguments, declared);
        FunctionDef function = state.catalog().function(operator.function());
        boolean returnsSet = function != null && function.returnsSet();
        Expr call = new Expr.OperatorCall(
                operator.oid(), operator.function(), arguments, returnsSet, result, NONE, NONE, Origin.at(location));
        if (returnsSet) {
            SetReturningChecks.check(state, call, state.lastSetReturning, location);
        }
        return call;
    }

    private static void requireBody(ParseState state, OperatorDef operator, List<String> name, int location) {
        if (operator.function() == NONE) {
            throw new PgException(
                            SqlState.UNDEFINED_FUNCTION,
                            "operator is only a shell: "
                                    + signature(state, name, operator.leftType(), operator.rightType()))
                    .at(location + 1);
        }
    }

    /// `scalar operator ANY/ALL (array)`. PostgreSQL's `make_scalar_array_op`.
    static Expr callOnArray(ParseState state, List<String> name, boolean any, Expr scalar, Expr array, int location) {
        int arrayType = array.type();
        int elementType;
        if (arrayType == UNKNOWN) {
            elementType = UNKNOWN;
        } else {
            elementType = state.types().arrayElementOfBase(arrayType);
            if (elementType == NONE) {
                throw new PgException(SqlState.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires array on right side")
                        .at(location + 1);
            }
        }
        OperatorDef operator = find(state, name, scalar.type(), elementType, location);
        requireBody(state, operator, name, location);
        List<Integer> declared = new ArrayList<>(List.of(operator.leftType(), operator.rightType()));
        int result = PolymorphicTypes.enforce(
                state.types(), List.of(scalar.type(), elementType), declared, operator.resultType(), false);
        if (result != BOOL) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires operator to yield boolean")
                    .at(location + 1);
        }
        FunctionDef function = state.catalog().function(operator.function());
        if (function != null && function.returnsSet()) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires operator not to return a set")
                    .at(location + 1);
        }
        int target;
        if (state.types().isPolymorphic(declared.get(1))) {
            target = arrayType;
        } else {
            target = state.types().arrayOf(declared.get(1));
            if (target == NONE) {
                throw new PgException(
                                SqlState.UNDEFINED_OBJECT,
                                "could not find array type for data type %s"
                                        .formatted(state.types().name(declared.get(1))))
                        .at(location + 1);
            }
        }
        List<Expr> arguments = new ArrayList<>(List.of(scalar, array));
        declared.set(1, target);
        ArgumentCoercion.apply(state, arguments, declared);
        return new Expr.ScalarArrayOperation(
                operator.oid(),
                operator.function(),
                any,
                arguments.get(0),
                arguments.get(1),
                NONE,
                Origin.at(location));
    }

    static Expr implicit(ParseState state, Expr node, int type) {
        return Coercion.coerce(state, node, type, -1, Context.IMPLICIT, Form.IMPLICIT_CAST, -1);
    }
}
