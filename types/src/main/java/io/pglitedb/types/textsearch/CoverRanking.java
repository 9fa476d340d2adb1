package io.pglitedb.types.textsearch;

import io.pglitedb.types.textsearch.Matcher.Found;
import io.pglitedb.types.textsearch.Matcher.Truth;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.TsVector.Lexeme;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntRBTreeSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `ts_rank_cd`: the cover density, that is how short the stretches of a document are that satisfy the query.
/// Behaviour: PostgreSQL 15, `tsrank.c`; source: Clarke, Cormack, Tudhope, "Relevance Ranking for One to Three
/// Term Queries" (1999).
final class CoverRanking {
    private static final int LOG_LENGTH = 1;
    private static final int LENGTH = 2;
    private static final int EXTENT_DISTANCE = 4;
    private static final int UNIQUE = 8;
    private static final int LOG_UNIQUE = 16;
    private static final int SCALED = 32;

    /// A word of the document that the query asks for.
    private record Place(int packed, int lexeme, List<Operand> operands) {
        int position() {
            return TsVector.position(packed);
        }
    }

    /// A shortest stretch that satisfies the query: indexes of its first and last place.
    private record Cover(int first, int last) {}

    private final TsQuery query;
    private final List<Place> places;

    private CoverRanking(TsQuery query, List<Place> places) {
        this.query = query;
        this.places = places;
    }

    static float rank(float[] weights, TsVector vector, TsQuery query, int normalization) {
        CoverRanking ranking = new CoverRanking(query, places(vector, query));
        double[] inverse = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            inverse[i] = 1.0 / weights[i];
        }
        return (float) normalize(ranking.sum(inverse), vector, normalization);
    }

    /// @param rank of all covers
    /// @param covers their number
    /// @param nearness sum of 1 / distance of neighbouring covers
    private record Sum(double rank, int covers, double nearness) {}

    private Sum sum(double[] inverseWeights) {
        double rank = 0;
        double nearness = 0;
        double previousCenter = 0;
        int covers = 0;
        for (Cover cover = next(0); cover != null; cover = next(cover.first + 1)) {
            double inverse = 0;
            for (Place place : places.subList(cover.first, cover.last + 1)) {
                inverse += inverseWeights[TsVector.weight(place.packed)];
            }
            int from = places.get(cover.first).position();
            int to = places.get(cover.last).position();
            int length = cover.last - cover.first;
            int noise = to - from - length;
            noise = noise < 0 ? length / 2 : noise;
            rank += (length + 1) / inverse / (1 + noise);
            double center = (to + from) / 2.0;
            if (covers > 0 && center > previousCenter) {
                nearness += 1.0 / (center - previousCenter);
            }
            previousCenter = center;
            covers++;
        }
        return new Sum(rank, covers, nearness);
    }

    private static double normalize(Sum sum, TsVector vector, int normalization) {
        double rank = sum.rank;
        int unique = vector.lexemes().size();
        if (sum.covers == 0) {
            return 0;
        }
        if ((normalization & LOG_LENGTH) != 0) {
            rank /= Math.log(Ranking.length(vector) + 1);
        }
        if ((normalization & LENGTH) != 0) {
            rank /= Ranking.length(vector);
        }
        if ((normalization & EXTENT_DISTANCE) != 0 && sum.nearness > 0) {
            rank /= sum.covers / sum.nearness;
        }
        if ((normalization & UNIQUE) != 0) {
            rank /= unique;
        }
        if ((normalization & LOG_UNIQUE) != 0) {
            rank /= Math.log(unique + 1) / Math.log(2.0);
        }
        return (normalization & SCALED) != 0 ? rank / (rank + 1) : rank;
    }

    /// By position, weight and word.
    private static List<Place> places(TsVector vector, TsQuery query) {
        Map<Long, Place> places = new TreeMap<>();
        for (Operand operand : query.operands()) {
            List<Lexeme> lexemes = VectorDocument.matching(vector, operand);
            for (Lexeme lexeme : lexemes) {
                int index = vector.indexOf(lexeme.word());
                for (int packed : lexeme.positions()) {
                    if (operand.weights() == 0 || (operand.weights() >> TsVector.weight(packed) & 1) != 0) {
                        long order =
                                (long) TsVector.position(packed) << 34 | (long) TsVector.weight(packed) << 32 | index;
                        places.computeIfAbsent(order, _ -> new Place(packed, index, new ArrayList<>()))
                                .operands
                                .add(operand);
                    }
                }
            }
        }
        return List.copyOf(places.values());
    }

    /// The next cover that starts at this place or later, null when there is none.
    private Cover next(int from) {
        for (int start = from; start < places.size(); start++) {
            Seen seen = new Seen();
            int last = start;
            while (last < places.size() && !seen.satisfiesWith(places.get(last))) {
                last++;
            }
            if (last == places.size()) {
                return null;
            }
            seen = new Seen();
            int first = last;
            while (first >= start && !seen.satisfiesWith(places.get(first))) {
                first--;
            }
            if (first >= start) {
                return new Cover(first, last);
            }
        }
        return null;
    }

    /// The words of a stretch.
    private final class Seen implements Matcher.Document {
        private final Map<Operand, IntRBTreeSet> positions = new IdentityHashMap<>();

        boolean satisfiesWith(Place place) {
            for (Operand operand : place.operands) {
                positions.computeIfAbsent(operand, _ -> new IntRBTreeSet()).add(place.position());
            }
            return Matcher.matches(query, this);
        }

        @Override
        public Found find(Operand operand, boolean wantsPositions) {
            IntRBTreeSet found = positions.get(operand);
            return found == null ? Found.NO : new Found(Truth.YES, new IntArrayList(found));
        }
    }
}
