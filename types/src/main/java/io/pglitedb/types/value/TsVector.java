package io.pglitedb.types.value;

import java.util.Arrays;
import java.util.List;

/// The carrier of tsvector: lexemes in bytewise order, each once.
public record TsVector(List<Lexeme> lexemes) {
    public static final TsVector EMPTY = new TsVector(List.of());

    /// Largest position that is kept; further ones become it.
    public static final int POSITION_MAX = (1 << 14) - 1;

    /// Positions kept of one lexeme.
    public static final int POSITIONS_MAX = 256;

    /// Weights: D is what a position has without being given one.
    public static final int WEIGHT_A = 3;

    /// @param positions ascending by position, each once; bits 0 … 13 the position, 14 … 15 the weight (0 is D, 3
    ///     is A); not to be changed
    public record Lexeme(Utf8 word, int[] positions) {
        private static final int[] NONE = {};

        public static Lexeme of(Utf8 word) {
            return new Lexeme(word, NONE);
        }

        public boolean hasPositions() {
            return positions.length > 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Lexeme that && word.equals(that.word) && Arrays.equals(positions, that.positions);
        }

        @Override
        public int hashCode() {
            return word.hashCode() * 31 + Arrays.hashCode(positions);
        }
    }

    public static int position(int packed) {
        return packed & POSITION_MAX;
    }

    public static int weight(int packed) {
        return packed >>> 14;
    }

    public static int pack(int position, int weight) {
        return Math.min(position, POSITION_MAX) | weight << 14;
    }

    /// Index of a word, or of the first one behind where it would stand, as `-1 - index`.
    public int indexOf(Utf8 word) {
        int low = 0;
        int high = lexemes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = lexemes.get(middle).word.compareTo(word);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }
}
