package io.pglitedb.types.textsearch;

import io.pglitedb.types.textsearch.Matcher.Found;
import io.pglitedb.types.textsearch.Matcher.Truth;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.TsVector.Lexeme;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntRBTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import java.util.List;

/// A tsvector as a document to be matched.
record VectorDocument(TsVector vector) implements Matcher.Document {
    @Override
    public Found find(Operand operand, boolean wantsPositions) {
        List<Lexeme> lexemes = matching(vector, operand);
        if (!wantsPositions) {
            Truth best = Truth.NO;
            for (Lexeme lexeme : lexemes) {
                Truth truth = look(lexeme, operand.weights());
                best = truth.compareTo(best) > 0 ? truth : best;
            }
            return new Found(best, Found.NO.positions());
        }
        IntSortedSet positions = new IntRBTreeSet();
        for (Lexeme lexeme : lexemes) {
            if (!lexeme.hasPositions()) {
                return Found.MAYBE;
            }
            for (int packed : lexeme.positions()) {
                if (hasWeight(packed, operand.weights())) {
                    positions.add(TsVector.position(packed));
                }
            }
        }
        return positions.isEmpty() ? Found.NO : new Found(Truth.YES, new IntArrayList(positions));
    }

    /// A lexeme without positions has every weight.
    private static Truth look(Lexeme lexeme, int weights) {
        if (!lexeme.hasPositions()) {
            return Truth.YES;
        }
        for (int packed : lexeme.positions()) {
            if (hasWeight(packed, weights)) {
                return Truth.YES;
            }
        }
        return Truth.NO;
    }

    private static boolean hasWeight(int packed, int weights) {
        return weights == 0 || (weights >> TsVector.weight(packed) & 1) != 0;
    }

    /// The lexemes that an operand stands for, one at most unless it is a prefix.
    static List<Lexeme> matching(TsVector vector, Operand operand) {
        int index = vector.indexOf(operand.lexeme());
        if (!operand.prefix()) {
            return index < 0 ? List.of() : vector.lexemes().subList(index, index + 1);
        }
        int from = index < 0 ? -1 - index : index;
        int to = from;
        while (to < vector.lexemes().size()
                && operand.matches(vector.lexemes().get(to).word())) {
            to++;
        }
        return vector.lexemes().subList(from, to);
    }
}
