package io.pglitedb.types.textsearch;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.TsVector.Lexeme;
import io.pglitedb.types.value.Utf8;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Functions and operators of tsvector.
public final class VectorFunctions {
    private VectorFunctions() {}

    @Prosrc("tsvector_eq")
    public static boolean eq(TsVector left, TsVector right) {
        return Vectors.compare(left, right) == 0;
    }

    @Prosrc("tsvector_ne")
    public static boolean ne(TsVector left, TsVector right) {
        return Vectors.compare(left, right) != 0;
    }

    @Prosrc("tsvector_lt")
    public static boolean lt(TsVector left, TsVector right) {
        return Vectors.compare(left, right) < 0;
    }

    @Prosrc("tsvector_le")
    public static boolean le(TsVector left, TsVector right) {
        return Vectors.compare(left, right) <= 0;
    }

    @Prosrc("tsvector_gt")
    public static boolean gt(TsVector left, TsVector right) {
        return Vectors.compare(left, right) > 0;
    }

    @Prosrc("tsvector_ge")
    public static boolean ge(TsVector left, TsVector right) {
        return Vectors.compare(left, right) >= 0;
    }

    @Prosrc("tsvector_cmp")
    public static int cmp(TsVector left, TsVector right) {
        return Integer.signum(Vectors.compare(left, right));
    }

    @Prosrc("tsvector_length")
    public static int length(TsVector vector) {
        return vector.lexemes().size();
    }

    private static TsVector map(TsVector vector, UnaryOperator<Lexeme> change) {
        return new TsVector(vector.lexemes().stream().map(change).toList());
    }

    @Prosrc("tsvector_strip")
    public static TsVector strip(TsVector vector) {
        return map(vector, lexeme -> Lexeme.of(lexeme.word()));
    }

    @Prosrc("tsvector_setweight")
    public static TsVector setWeight(TsVector vector, byte weight) {
        int newWeight = weight(weight);
        return map(vector, lexeme -> withWeight(lexeme, newWeight));
    }

    @Prosrc("tsvector_setweight_by_filter")
    public static TsVector setWeight(TsVector vector, byte weight, PgArray words) {
        if (!isWeight(weight)) {
            throw new PgException(SqlState.INTERNAL_ERROR, "unrecognized weight: " + (char) weight);
        }
        int newWeight = weight(weight);
        Set<Object> chosen = new HashSet<>(Arrays.asList(words.elements()));
        return map(vector, lexeme -> chosen.contains(lexeme.word()) ? withWeight(lexeme, newWeight) : lexeme);
    }

    private static int weight(byte letter) {
        return switch (letter) {
            case 'A', 'a' -> 3;
            case 'B', 'b' -> 2;
            case 'C', 'c' -> 1;
            case 'D', 'd' -> 0;
            default -> throw new PgException(SqlState.INTERNAL_ERROR, "unrecognized weight: " + letter);
        };
    }

    private static Lexeme withWeight(Lexeme lexeme, int weight) {
        int[] positions = Arrays.stream(lexeme.positions())
                .map(packed -> TsVector.pack(TsVector.position(packed), weight))
                .toArray();
        return new Lexeme(lexeme.word(), positions);
    }

    private static PgException noNulls(String what) {
        return new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, what + " array may not contain nulls");
    }

    @Prosrc("tsvector_delete_str")
    public static TsVector delete(TsVector vector, Utf8 word) {
        return without(vector, Set.of(word));
    }

    @Prosrc("tsvector_delete_arr")
    public static TsVector delete(TsVector vector, PgArray words) {
        return without(vector, new HashSet<>(Arrays.asList(words.elements())));
    }

    private static TsVector without(TsVector vector, Set<?> words) {
        return new TsVector(vector.lexemes().stream()
                .filter(lexeme -> !words.contains(lexeme.word()))
                .toList());
    }

    /// Keeps the positions with one of the weights, and the words that have any left.
    @Prosrc("tsvector_filter")
    public static TsVector filter(TsVector vector, PgArray weights) {
        int mask = 0;
        for (Object weight : weights.elements()) {
            if (weight == null) {
                throw noNulls("weight");
            }
            mask |= 1 << knownWeight((Byte) weight);
        }
        int chosen = mask;
        List<Lexeme> lexemes = new ArrayList<>();
        for (Lexeme lexeme : vector.lexemes()) {
            int[] positions = Arrays.stream(lexeme.positions())
                    .filter(packed -> (chosen >> TsVector.weight(packed) & 1) != 0)
                    .toArray();
            if (positions.length > 0) {
                lexemes.add(new Lexeme(lexeme.word(), positions));
            }
        }
        return new TsVector(List.copyOf(lexemes));
    }

    private static boolean isWeight(byte letter) {
        return "ABCDabcd".indexOf(letter) >= 0;
    }

    private static int knownWeight(byte letter) {
        if (!isWeight(letter)) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "unrecognized weight: \"" + (char) letter + "\"");
        }
        return weight(letter);
    }

    /// The second one's positions follow the first one's last.
    @Prosrc("tsvector_concat")
    public static TsVector concat(TsVector left, TsVector right) {
        int last = 0;
        for (Lexeme lexeme : left.lexemes()) {
            int[] positions = lexeme.positions();
            last = Math.max(last, positions.length == 0 ? 0 : TsVector.position(positions[positions.length - 1]));
        }
        int shift = last;
        TsVector moved = map(right, lexeme -> moved(lexeme, shift));
        List<Lexeme> lexemes =
                new ArrayList<>(left.lexemes().size() + moved.lexemes().size());
        int l = 0;
        int r = 0;
        while (l < left.lexemes().size() || r < moved.lexemes().size()) {
            int order = l == left.lexemes().size()
                    ? 1
                    : r == moved.lexemes().size()
                            ? -1
                            : left.lexemes()
                                    .get(l)
                                    .word()
                                    .compareTo(moved.lexemes().get(r).word());
            if (order == 0) {
                lexemes.add(joined(left.lexemes().get(l++), moved.lexemes().get(r++)));
            } else {
                lexemes.add(
                        order < 0 ? left.lexemes().get(l++) : moved.lexemes().get(r++));
            }
        }
        return new TsVector(List.copyOf(lexemes));
    }

    /// Positions that would pass the last possible one become it, once.
    private static Lexeme moved(Lexeme lexeme, int shift) {
        IntArrayList positions = new IntArrayList();
        for (int packed : lexeme.positions()) {
            addPosition(positions, TsVector.pack(TsVector.position(packed) + shift, TsVector.weight(packed)));
        }
        return new Lexeme(lexeme.word(), positions.toIntArray());
    }

    private static Lexeme joined(Lexeme left, Lexeme right) {
        IntArrayList positions = new IntArrayList(left.positions());
        for (int packed : right.positions()) {
            addPosition(positions, packed);
        }
        return new Lexeme(left.word(), positions.toIntArray());
    }

    private static void addPosition(IntArrayList positions, int packed) {
        boolean full = positions.size() == TsVector.POSITIONS_MAX
                || !positions.isEmpty()
                        && TsVector.position(positions.getInt(positions.size() - 1)) == TsVector.POSITION_MAX;
        if (!full) {
            positions.add(packed);
        }
    }

    @Prosrc("array_to_tsvector")
    public static TsVector ofArray(PgArray words) {
        Vectors.Builder vector = new Vectors.Builder();
        for (Object word : words.elements()) {
            if (word == null) {
                throw noNulls("lexeme");
            }
            if (((Utf8) word).isEmpty()) {
                throw new PgException(
                        SqlState.ZERO_LENGTH_CHARACTER_STRING, "lexeme array may not contain empty strings");
            }
            vector.add((Utf8) word);
        }
        return vector.build();
    }

    @Prosrc("tsvector_to_array")
    public static PgArray toArray(TsVector vector) {
        return PgArray.of(Oids.TEXT, vector.lexemes().stream().map(Lexeme::word).toArray());
    }

    /// Rows of word, positions, weights.
    @Prosrc("tsvector_unnest")
    public static Iterator<Object> unnest(TsVector vector) {
        List<Object> rows = new ArrayList<>();
        for (Lexeme lexeme : vector.lexemes()) {
            rows.add(new Object[] {lexeme.word(), positions(lexeme), weights(lexeme)});
        }
        return rows.iterator();
    }

    private static PgArray positions(Lexeme lexeme) {
        return lexeme.hasPositions()
                ? PgArray.of(
                        Oids.INT2,
                        Arrays.stream(lexeme.positions())
                                .mapToObj(packed -> (short) TsVector.position(packed))
                                .toArray())
                : null;
    }

    private static PgArray weights(Lexeme lexeme) {
        return lexeme.hasPositions()
                ? PgArray.of(
                        Oids.TEXT,
                        Arrays.stream(lexeme.positions())
                                .mapToObj(packed -> Utf8.of(String.valueOf((char) ('D' - TsVector.weight(packed)))))
                                .toArray())
                : null;
    }
}
