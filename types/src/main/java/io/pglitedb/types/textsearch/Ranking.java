package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Phrase;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.TsVector.Lexeme;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// `ts_rank`: how often and how near to each other the words of a query stand in a document. Single precision
/// where PostgreSQL has it. Behaviour: PostgreSQL 15, `tsrank.c`.
final class Ranking {
    private static final int LOG_LENGTH = 1;
    private static final int LENGTH = 2;
    private static final int UNIQUE = 8;
    private static final int LOG_UNIQUE = 16;
    private static final int SCALED = 32;

    /// For a word without positions.
    private static final int[] ONE_POSITION = {0};

    private static final int[] LAST_POSITION = {TsVector.POSITION_MAX};

    /// Of D, C, B, A.
    private static final float[] DEFAULT_WEIGHTS = {0.1f, 0.2f, 0.4f, 1.0f};

    private final float[] weights;
    private final TsVector vector;
    private final TsQuery query;

    private Ranking(float[] weights, TsVector vector, TsQuery query) {
        this.weights = weights;
        this.vector = vector;
        this.query = query;
    }

    /// @param given weights of D, C, B, A; null for the default ones, as is a negative one
    static float[] weights(PgArray given) {
        if (given == null) {
            return DEFAULT_WEIGHTS;
        }
        if (given.dimensions().length != 1) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array of weight must be one-dimensional");
        }
        if (given.elements().length < DEFAULT_WEIGHTS.length) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array of weight is too short");
        }
        for (Object weight : given.elements()) {
            if (weight == null) {
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "array of weight must not contain nulls");
            }
        }
        float[] weights = new float[DEFAULT_WEIGHTS.length];
        for (int i = 0; i < weights.length; i++) {
            float weight = (Float) given.elements()[i];
            weights[i] = weight >= 0 ? weight : DEFAULT_WEIGHTS[i];
            if (weights[i] > 1.0) {
                throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "weight out of range");
            }
        }
        return weights;
    }

    /// @param normalization bits, see PostgreSQL's documentation of ts_rank
    static float rank(float[] weights, TsVector vector, TsQuery query, int normalization) {
        if (vector.lexemes().isEmpty() || query.isEmpty()) {
            return 0;
        }
        Ranking ranking = new Ranking(weights, vector, query);
        boolean together = query.root() instanceof And || query.root() instanceof Phrase;
        float rank = together ? ranking.rankOfAll() : ranking.rankOfAny();
        return normalize(rank < 0 ? 1e-20f : rank, vector, normalization);
    }

    private static float normalize(float rank, TsVector vector, int normalization) {
        float result = rank;
        int unique = vector.lexemes().size();
        if ((normalization & LOG_LENGTH) != 0) {
            result = (float) (result / (Math.log(length(vector) + 1) / Math.log(2.0)));
        }
        if ((normalization & LENGTH) != 0) {
            result /= length(vector);
        }
        if ((normalization & UNIQUE) != 0) {
            result /= unique;
        }
        if ((normalization & LOG_UNIQUE) != 0) {
            result = (float) (result / (Math.log(unique + 1) / Math.log(2.0)));
        }
        return (normalization & SCALED) != 0 ? result / (result + 1) : result;
    }

    /// Words of the document, a word without positions counts once.
    static int length(TsVector vector) {
        int length = 0;
        for (Lexeme lexeme : vector.lexemes()) {
            length += Math.max(lexeme.positions().length, 1);
        }
        return length;
    }

    private float weight(int packed) {
        return weights[TsVector.weight(packed)];
    }

    /// Each word once, in order.
    private List<Operand> words() {
        TreeMap<Utf8, Operand> words = new TreeMap<>();
        for (Operand operand : query.operands()) {
            words.putIfAbsent(operand.lexeme(), operand);
        }
        return new ArrayList<>(words.values());
    }

    private static float closeness(int distance) {
        return distance > 100 ? 1e-30f : (float) (1.0 / (1.005 + 0.05 * Math.exp((float) distance / 1.5 - 2)));
    }

    private float rankOfAll() {
        List<Operand> words = words();
        if (words.size() < 2) {
            return rankOfAny();
        }
        float rank = -1;
        int[][] positions = new int[words.size()][];
        for (int i = 0; i < words.size(); i++) {
            for (Lexeme lexeme : VectorDocument.matching(vector, words.get(i))) {
                positions[i] = lexeme.hasPositions() ? lexeme.positions() : LAST_POSITION;
                for (int k = 0; k < i; k++) {
                    if (positions[k] != null) {
                        rank = withPairs(rank, positions[i], positions[k]);
                    }
                }
            }
        }
        return rank;
    }

    private float withPairs(float before, int[] ones, int[] others) {
        float rank = before;
        for (int one : ones) {
            for (int other : others) {
                int distance = Math.abs(TsVector.position(one) - TsVector.position(other));
                if (distance == 0 && ones != LAST_POSITION && others != LAST_POSITION) {
                    continue;
                }
                float closeness = closeness(distance == 0 ? TsVector.POSITION_MAX + 1 : distance);
                float pair = (float) Math.sqrt(weight(one) * weight(other) * closeness);
                rank = rank < 0 ? pair : (float) (1.0 - (1.0 - rank) * (1.0 - pair));
            }
        }
        return rank;
    }

    private float rankOfAny() {
        List<Operand> words = words();
        float rank = 0;
        for (Operand word : words) {
            for (Lexeme lexeme : VectorDocument.matching(vector, word)) {
                rank = (float) (rank + rank(lexeme) / 1.64493406685);
            }
        }
        return rank / words.size();
    }

    /// The best position counts whole, the n-th one by 1/n².
    private float rank(Lexeme lexeme) {
        int[] positions = lexeme.hasPositions() ? lexeme.positions() : ONE_POSITION;
        float sum = 0;
        float best = -1;
        int bestAt = 0;
        for (int i = 0; i < positions.length; i++) {
            float weight = weight(positions[i]);
            sum += weight / ((i + 1) * (i + 1));
            if (weight > best) {
                best = weight;
                bestAt = i;
            }
        }
        return best + sum - best / ((bestAt + 1) * (bestAt + 1));
    }
}
