package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Chooses among functions or operators that all could be called. Source: PostgreSQL's func_match_argtypes and
/// func_select_candidate.
final class CandidateChoice {
    private CandidateChoice() {}

    /// Those that every argument can be converted to implicitly.
    static <C> List<C> callable(
            TypeRules types, List<Integer> arguments, List<C> candidates, Function<C, List<Integer>> declared) {
        List<C> fitting = new ArrayList<>();
        for (C candidate : candidates) {
            if (types.canCoerce(
                    arguments, declared.apply(candidate).subList(0, arguments.size()), TypeRules.Context.IMPLICIT)) {
                fitting.add(candidate);
            }
        }
        return fitting;
    }

    /// The best one, or null when several are equally good.
    static <C> C best(
            TypeRules types, List<Integer> arguments, List<C> candidates, Function<C, List<Integer>> declared) {
        int count = arguments.size();
        int[] base = new int[count];
        int unknowns = 0;
        for (int i = 0; i < count; i++) {
            int type = arguments.get(i);
            base[i] = type == UNKNOWN ? UNKNOWN : types.baseType(type);
            unknowns += type == UNKNOWN ? 1 : 0;
        }
        List<C> left = mostMatches(candidates, declared, base, (target, i) -> base[i] != UNKNOWN && target == base[i]);
        if (left.size() == 1) {
            return left.getFirst();
        }
        char[] categories = new char[count];
        for (int i = 0; i < count; i++) {
            categories[i] = types.category(base[i]);
        }
        left = mostMatches(
                left,
                declared,
                base,
                (target, i) -> base[i] != UNKNOWN && (target == base[i] || types.isPreferred(categories[i], target)));
        if (left.size() == 1) {
            return left.getFirst();
        }
        if (unknowns == 0) {
            return null;
        }
        List<C> narrowed = byCategory(types, base, left, declared);
        if (narrowed.size() == 1) {
            return narrowed.getFirst();
        }
        return byKnownType(types, base, unknowns, narrowed, declared);
    }

    /// For each unknown argument: string if some candidate takes strings, else the category that all agree on; then
    /// keeps the candidates of those categories (and of the preferred type, where one takes it).
    private static <C> List<C> byCategory(
            TypeRules types, int[] base, List<C> candidates, Function<C, List<Integer>> declared) {
        char[] slot = new char[base.length];
        boolean[] preferred = new boolean[base.length];
        for (int i = 0; i < base.length; i++) {
            if (base[i] != UNKNOWN) {
                continue;
            }
            boolean conflict = false;
            for (C candidate : candidates) {
                int target = declared.apply(candidate).get(i);
                char category = types.category(target);
                boolean isPreferred = types.isPreferred(category, target);
                if (slot[i] == 0) {
                    slot[i] = category;
                    preferred[i] = isPreferred;
                } else if (category == slot[i]) {
                    preferred[i] |= isPreferred;
                } else if (category == 'S') {
                    slot[i] = category;
                    preferred[i] = isPreferred;
                } else {
                    conflict = true;
                }
            }
            if (conflict && slot[i] != 'S') {
                return candidates;
            }
        }
        List<C> kept = new ArrayList<>();
        for (C candidate : candidates) {
            boolean keep = true;
            for (int i = 0; i < base.length && keep; i++) {
                if (base[i] == UNKNOWN) {
                    int target = declared.apply(candidate).get(i);
                    keep = types.category(target) == slot[i] && (!preferred[i] || types.isPreferred(slot[i], target));
                }
            }
            if (keep) {
                kept.add(candidate);
            }
        }
        return kept.isEmpty() ? candidates : kept;
    }

    /// If all known arguments have one type, the unknown ones are taken for the same.
    private static <C> C byKnownType(
            TypeRules types, int[] base, int unknowns, List<C> candidates, Function<C, List<Integer>> declared) {
        if (unknowns == base.length) {
            return null;
        }
        int known = UNKNOWN;
        for (int type : base) {
            if (type == UNKNOWN) {
                continue;
            }
            if (known != UNKNOWN && known != type) {
                return null;
            }
            known = type;
        }
        List<Integer> assumed = new ArrayList<>();
        for (int i = 0; i < base.length; i++) {
            assumed.add(known);
        }
        List<C> fitting = callable(types, assumed, candidates, declared);
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    private interface Match {
        boolean matches(int target, int argument);
    }

    private static <C> List<C> mostMatches(
            List<C> candidates, Function<C, List<Integer>> declared, int[] base, Match match) {
        int most = 0;
        List<C> best = new ArrayList<>();
        for (C candidate : candidates) {
            List<Integer> targets = declared.apply(candidate);
            int matches = 0;
            for (int i = 0; i < base.length; i++) {
                matches += match.matches(targets.get(i), i) ? 1 : 0;
            }
            if (matches > most || best.isEmpty()) {
                most = matches;
                best.clear();
                best.add(candidate);
            } else if (matches == most) {
                best.add(candidate);
            }
        }
        return best;
    }
}
