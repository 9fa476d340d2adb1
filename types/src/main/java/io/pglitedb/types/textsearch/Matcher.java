package io.pglitedb.types.textsearch;

import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Node;
import io.pglitedb.types.value.TsQuery.Not;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Or;
import io.pglitedb.types.value.TsQuery.Pair;
import io.pglitedb.types.value.TsQuery.Phrase;
import io.pglitedb.types.value.TsVector;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;

/// Decides whether a document satisfies a query. Phrases are matched by positions; a document without positions
/// may match them, which counts as no. Behaviour: PostgreSQL 15, `TS_execute` and `TS_phrase_execute`.
final class Matcher {
    enum Truth {
        NO,
        MAYBE,
        YES
    }

    /// What a document says about one operand.
    interface Document {
        /// @param wantsPositions the answer is YES only with positions; without any it is MAYBE
        Found find(Operand operand, boolean wantsPositions);
    }

    /// @param positions ascending, without weights
    record Found(Truth truth, IntList positions) {
        static final Found NO = new Found(Truth.NO, IntLists.EMPTY_LIST);
        static final Found MAYBE = new Found(Truth.MAYBE, IntLists.EMPTY_LIST);
        static final Found YES = new Found(Truth.YES, IntLists.EMPTY_LIST);
    }

    /// Where a part of a phrase ends.
    ///
    /// @param positions of its last word
    /// @param negated everywhere but there
    /// @param width positions from its first to its last word
    private record Places(Truth truth, IntList positions, boolean negated, int width) {
        static final Places NO = new Places(Truth.NO, IntLists.EMPTY_LIST, false, 0);
        static final Places MAYBE = new Places(Truth.MAYBE, IntLists.EMPTY_LIST, false, 0);

        Places negate() {
            return switch (truth) {
                case NO -> new Places(Truth.YES, IntLists.EMPTY_LIST, true, width);
                case MAYBE -> this;
                case YES -> positions.isEmpty() ? NO : new Places(Truth.YES, positions, !negated, width);
            };
        }
    }

    private final Document document;

    private Matcher(Document document) {
        this.document = document;
    }

    static boolean matches(TsQuery query, Document document) {
        return !query.isEmpty() && new Matcher(document).evaluate(query.root()) != Truth.NO;
    }

    static boolean matches(TsQuery query, TsVector vector) {
        return matches(query, new VectorDocument(vector));
    }

    private Truth evaluate(Node node) {
        return switch (node) {
            case Operand operand -> document.find(operand, false).truth;
            case Not(Node operand) ->
                switch (evaluate(operand)) {
                    case NO -> Truth.YES;
                    case YES -> Truth.NO;
                    case MAYBE -> Truth.MAYBE;
                };
            case And(Node left, Node right) -> {
                Truth first = evaluate(left);
                yield first == Truth.NO ? Truth.NO : least(first, evaluate(right));
            }
            case Or(Node left, Node right) -> {
                Truth first = evaluate(left);
                yield first == Truth.YES ? Truth.YES : greatest(first, evaluate(right));
            }
            case Phrase phrase -> locate(phrase).truth == Truth.YES ? Truth.YES : Truth.NO;
        };
    }

    private static Truth least(Truth left, Truth right) {
        return left.compareTo(right) <= 0 ? left : right;
    }

    private static Truth greatest(Truth left, Truth right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    private Places locate(Node node) {
        return switch (node) {
            case Operand operand -> {
                Found found = document.find(operand, true);
                yield new Places(found.truth, found.positions, false, 0);
            }
            case Not(Node operand) -> locate(operand).negate();
            case Or(Node left, Node right) -> locateEither(locate(left), locate(right));
            case Pair pair -> {
                Places left = locate(pair.left());
                Places right = left.truth == Truth.NO ? Places.NO : locate(pair.right());
                yield right.truth == Truth.NO ? Places.NO : locateBoth(pair, left, right);
            }
        };
    }

    private static Places locateBoth(Pair pair, Places left, Places right) {
        if (left.truth == Truth.MAYBE || right.truth == Truth.MAYBE) {
            return Places.MAYBE;
        }
        if (pair instanceof Phrase(Node _, Node _, int distance)) {
            return new Merge(left, right, distance + right.width, 0, distance + left.width + right.width).both();
        }
        return aligned(left, right).both();
    }

    private static Places locateEither(Places left, Places right) {
        if (left.truth == Truth.NO && right.truth == Truth.NO) {
            return Places.NO;
        }
        return left.truth == Truth.MAYBE || right.truth == Truth.MAYBE
                ? Places.MAYBE
                : aligned(left, right).either();
    }

    /// The narrower one moves to the right end of the wider one.
    private static Merge aligned(Places left, Places right) {
        int leftWidth = left.truth == Truth.NO ? 0 : left.width;
        int rightWidth = right.truth == Truth.NO ? 0 : right.width;
        int width = Math.max(leftWidth, rightWidth);
        return new Merge(left, right, width - leftWidth, width - rightWidth, width);
    }

    /// Joins two lists of positions.
    ///
    /// @param leftOffset to be added to the left positions
    /// @param width of the result
    private record Merge(Places left, Places right, int leftOffset, int rightOffset, int width) {
        Places both() {
            if (left.negated && right.negated) {
                return merged(true, true, true, true); // neither is not either
            }
            return left.negated
                    ? merged(false, false, true, false)
                    : right.negated ? merged(false, true, false, false) : merged(true, false, false, false);
        }

        Places either() {
            if (left.negated && right.negated) {
                return merged(true, false, false, true);
            }
            return left.negated
                    ? merged(false, true, false, true)
                    : right.negated ? merged(false, false, true, true) : merged(true, true, true, false);
        }

        /// @param common keep positions of both, `leftOnly` and `rightOnly` those of one
        private Places merged(boolean common, boolean leftOnly, boolean rightOnly, boolean negated) {
            IntList output = new IntArrayList();
            int l = 0;
            int r = 0;
            while (l < left.positions.size() || r < right.positions.size()) {
                int leftPosition =
                        l < left.positions.size() ? left.positions.getInt(l) + leftOffset : Integer.MAX_VALUE;
                int rightPosition =
                        r < right.positions.size() ? right.positions.getInt(r) + rightOffset : Integer.MAX_VALUE;
                boolean keep =
                        leftPosition < rightPosition ? leftOnly : leftPosition == rightPosition ? common : rightOnly;
                if (keep) {
                    output.add(Math.min(leftPosition, rightPosition));
                }
                l += leftPosition <= rightPosition ? 1 : 0;
                r += rightPosition <= leftPosition ? 1 : 0;
            }
            return new Places(output.isEmpty() && !negated ? Truth.NO : Truth.YES, output, negated, width);
        }
    }
}
