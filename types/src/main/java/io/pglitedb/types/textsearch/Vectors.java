package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.TsVector.Lexeme;
import io.pglitedb.types.value.Utf8;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes and compares tsvectors.
final class Vectors {
    /// Longest word and longest vector, bytes.
    static final int WORD_BYTES_MAX = 2047;

    private static final int BYTES_MAX = (1 << 20) - 1;

    private Vectors() {}

    /// Words in any order, with positions in any order, both perhaps repeated.
    static final class Builder {
        private final Map<Utf8, IntArrayList> positions = new TreeMap<>();

        Builder add(Utf8 word) {
            positions.computeIfAbsent(word, _ -> new IntArrayList());
            return this;
        }

        Builder add(Utf8 word, int packedPosition) {
            positions.computeIfAbsent(word, _ -> new IntArrayList()).add(packedPosition);
            return this;
        }

        TsVector build() {
            return build(TsVector.POSITIONS_MAX);
        }

        /// For the words of a document, of which PostgreSQL keeps one position less.
        TsVector buildDocument() {
            return build(TsVector.POSITIONS_MAX - 1);
        }

        private TsVector build(int positionsMax) {
            List<Lexeme> lexemes = new ArrayList<>(positions.size());
            int bytes = 0;
            for (Map.Entry<Utf8, IntArrayList> entry : positions.entrySet()) {
                Lexeme lexeme = new Lexeme(entry.getKey(), unique(entry.getValue(), positionsMax));
                lexemes.add(lexeme);
                bytes = dataBytes(lexeme, bytes);
            }
            if (bytes > BYTES_MAX) {
                throw new PgException(
                        SqlState.PROGRAM_LIMIT_EXCEEDED,
                        "string is too long for tsvector (%d bytes, max %d bytes)".formatted(bytes, BYTES_MAX));
            }
            return new TsVector(List.copyOf(lexemes));
        }
    }

    /// By position, the highest weight first; one of each position; none behind the last possible one.
    private static int[] unique(IntArrayList packed, int positionsMax) {
        packed.sort((a, b) -> TsVector.position(a) != TsVector.position(b)
                ? Integer.compare(TsVector.position(a), TsVector.position(b))
                : Integer.compare(TsVector.weight(b), TsVector.weight(a)));
        IntArrayList unique = new IntArrayList(packed.size());
        for (int each : packed) {
            int last = unique.isEmpty() ? 0 : TsVector.position(unique.getInt(unique.size() - 1));
            if (TsVector.position(each) != last && unique.size() < positionsMax) {
                unique.add(each);
            }
        }
        return unique.toIntArray();
    }

    /// Bytes of PostgreSQL's representation up to this lexeme, after `before` bytes.
    private static int dataBytes(Lexeme lexeme, int before) {
        int bytes = before + lexeme.word().length();
        return lexeme.hasPositions() ? bytes + (bytes & 1) + 2 + 2 * lexeme.positions().length : bytes;
    }

    /// Size of PostgreSQL's representation, by which vectors are ordered first.
    static int bytes(TsVector vector) {
        int bytes = 0;
        for (Lexeme lexeme : vector.lexemes()) {
            bytes = dataBytes(lexeme, bytes);
        }
        return 8 + 4 * vector.lexemes().size() + bytes;
    }

    static int compare(TsVector left, TsVector right) {
        int order = Integer.compare(bytes(left), bytes(right));
        if (order == 0) {
            order = Integer.compare(left.lexemes().size(), right.lexemes().size());
        }
        for (int i = 0; order == 0 && i < left.lexemes().size(); i++) {
            order = compare(left.lexemes().get(i), right.lexemes().get(i));
        }
        return order;
    }

    /// Words with positions first, then by word; more positions and greater ones first.
    private static int compare(Lexeme left, Lexeme right) {
        if (left.hasPositions() != right.hasPositions()) {
            return left.hasPositions() ? -1 : 1;
        }
        int order = left.word().compareTo(right.word());
        if (order == 0) {
            order = Integer.compare(right.positions().length, left.positions().length);
        }
        for (int i = 0; order == 0 && i < left.positions().length; i++) {
            int a = left.positions()[i];
            int b = right.positions()[i];
            order = Integer.compare(TsVector.position(b), TsVector.position(a));
            if (order == 0) {
                order = Integer.compare(TsVector.weight(b), TsVector.weight(a));
            }
        }
        return order;
    }
}
