package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.FunctionDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the function that a call means. Source: PostgreSQL's FuncnameGetCandidates and func_get_detail.
final class FunctionResolver {
    /// A function as this call would see it.
    ///
    /// @param declared types of its parameters in the call's order: variadic ones repeated, those that take their
    ///     default last
    /// @param variadicCount how many arguments go into the variadic array, 0 when it is not expanded
    /// @param defaultCount how many parameters take their default
    /// @param order parameter number (from 0) of each argument; null when the call has no named arguments
    /// @param ambiguous another function of the same rank takes the same types
    record Candidate(
            FunctionDef function,
            List<Integer> declared,
            int variadicCount,
            int defaultCount,
            List<Integer> order,
            int pathPosition,
            boolean ambiguous) {}

    sealed interface Resolution {}

    record Found(Candidate candidate) implements Resolution {}

    /// `typename(x)`: a cast.
    record CastCall(int type) implements Resolution {}

    record NotFound(boolean candidates) implements Resolution {}

    record NotUnique() implements Resolution {}

    private FunctionResolver() {}

    /// @param argumentNames names of the last arguments, those that are named
    /// @param variadic VARIADIC was written
    static Resolution resolve(
            ParseState state,
            List<String> name,
            List<Integer> arguments,
            List<String> argumentNames,
            boolean variadic,
            boolean mayBeCast) {
        TypeRules types = state.types();
        List<Candidate> all = candidates(state, name, arguments.size(), argumentNames, !variadic);
        Candidate best = null;
        for (Candidate candidate : all) {
            if (candidate.declared().subList(0, arguments.size()).equals(arguments)) {
                best = candidate;
                break;
            }
        }
        if (best == null) {
            if (arguments.size() == 1 && mayBeCast && argumentNames.isEmpty() && !variadic) {
                int target = TypeNames.find(state, name);
                if (target != NONE && isPlainCast(types, arguments.getFirst(), target)) {
                    return new CastCall(target);
                }
            }
            List<Candidate> fitting = CandidateChoice.callable(types, arguments, all, Candidate::declared);
            if (fitting.size() == 1) {
                best = fitting.getFirst();
            } else if (fitting.size() > 1) {
                best = CandidateChoice.best(types, arguments, fitting, Candidate::declared);
                if (best == null) {
                    return new NotUnique();
                }
            }
        }
        if (best == null) {
            return new NotFound(!all.isEmpty());
        }
        if (best.ambiguous()) {
            return new NotUnique();
        }
        // A named call with VARIADIC must have given the variadic parameter last.
        if (variadic
                && best.order() != null
                && best.order().get(arguments.size() - 1)
                        != best.function().argumentTypes().size() - 1) {
            return new NotFound(true);
        }
        return new Found(best);
    }

    private static boolean isPlainCast(TypeRules types, int source, int target) {
        if (source == UNKNOWN) {
            return true;
        }
        return switch (types.pathway(target, source, TypeRules.Context.EXPLICIT).path()) {
            case RELABEL -> true;
            case IO -> !(types.isRowType(source) && types.category(target) == 'S');
            case FUNCTION, ARRAY, NONE -> false;
        };
    }

    private static List<Candidate> candidates(
            ParseState state, List<String> name, int count, List<String> argumentNames, boolean expandVariadic) {
        List<Integer> path = SearchPath.ofRoutines(state, name);
        Map<List<Integer>, Candidate> bySignature = new HashMap<>();
        List<Candidate> result = new ArrayList<>();
        for (FunctionDef function : state.catalog().functions(name.getLast())) {
            int position = path.indexOf(function.namespace());
            if (position < 0) {
                continue;
            }
            Candidate candidate = argumentNames.isEmpty()
                    ? positional(function, count, expandVariadic, position)
                    : named(function, count, argumentNames, expandVariadic, position);
            if (candidate == null) {
                continue;
            }
            List<Integer> signature = candidate.declared().subList(0, count);
            Candidate rival = bySignature.get(signature);
            if (rival == null) {
                result.add(candidate);
                bySignature.put(signature, candidate);
                continue;
            }
            int preference = position != rival.pathPosition()
                    ? position - rival.pathPosition()
                    : Boolean.compare(candidate.variadicCount() > 0, rival.variadicCount() > 0);
            if (preference <= 0) {
                Candidate winner = preference < 0
                        ? candidate
                        : new Candidate(
                                rival.function(),
                                rival.declared(),
                                rival.variadicCount(),
                                rival.defaultCount(),
                                rival.order(),
                                rival.pathPosition(),
                                true);
                result.set(result.indexOf(rival), winner);
                bySignature.put(signature, winner);
            }
        }
        return result;
    }

    private static Candidate positional(FunctionDef function, int count, boolean expandVariadic, int position) {
        List<Integer> parameters = function.argumentTypes();
        int total = parameters.size();
        boolean variadic = total <= count && expandVariadic && function.variadicElementType() != NONE;
        int defaults = 0;
        if (total > count) {
            if (count + function.defaultCount() < total) {
                return null;
            }
            defaults = total - count;
        } else if (total != count && !variadic) {
            return null;
        }
        List<Integer> declared = new ArrayList<>(parameters);
        int variadicCount = 0;
        if (variadic) {
            variadicCount = Math.max(total, count) - total + 1;
            declared.removeLast();
            for (int i = 0; i < variadicCount; i++) {
                declared.add(function.variadicElementType());
            }
        }
        return new Candidate(function, List.copyOf(declared), variadicCount, defaults, null, position, false);
    }

    /// PostgreSQL's `MatchNamedCall`.
    private static Candidate named(
            FunctionDef function, int count, List<String> names, boolean expandVariadic, int position) {
        if (expandVariadic && function.variadicElementType() != NONE) {
            return null;
        }
        List<Integer> parameters = function.argumentTypes();
        int total = parameters.size();
        if (count > total || count + function.defaultCount() < total) {
            return null;
        }
        List<String> parameterNames = function.argumentNames();
        int positionalCount = count - names.size();
        boolean[] given = new boolean[total];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < positionalCount; i++) {
            order.add(i);
            given[i] = true;
        }
        for (String name : names) {
            int parameter = parameterNames.indexOf(name);
            if (parameter < 0 || given[parameter]) {
                return null;
            }
            given[parameter] = true;
            order.add(parameter);
        }
        int firstDefault = total - function.defaultCount();
        List<Integer> declared = new ArrayList<>();
        order.forEach(parameter -> declared.add(parameters.get(parameter)));
        for (int i = 0; i < total; i++) {
            if (!given[i]) {
                if (i < firstDefault) {
                    return null;
                }
                order.add(i);
                declared.add(parameters.get(i));
            }
        }
        return new Candidate(function, List.copyOf(declared), 0, total - count, List.copyOf(order), position, false);
    }
}
