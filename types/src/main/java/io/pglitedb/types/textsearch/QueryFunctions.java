package io.pglitedb.types.textsearch;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Node;
import io.pglitedb.types.value.TsQuery.Not;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Or;
import io.pglitedb.types.value.TsQuery.Pair;
import io.pglitedb.types.value.TsQuery.Phrase;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.Utf8;
import java.util.Set;
import java.util.stream.Collectors;

/// Functions and operators of tsquery.
public final class QueryFunctions {
    private QueryFunctions() {}

    @Prosrc("tsquery_eq")
    public static boolean eq(TsQuery left, TsQuery right) {
        return QueryOrder.compare(left, right) == 0;
    }

    @Prosrc("tsquery_ne")
    public static boolean ne(TsQuery left, TsQuery right) {
        return QueryOrder.compare(left, right) != 0;
    }

    @Prosrc("tsquery_lt")
    public static boolean lt(TsQuery left, TsQuery right) {
        return QueryOrder.compare(left, right) < 0;
    }

    @Prosrc("tsquery_le")
    public static boolean le(TsQuery left, TsQuery right) {
        return QueryOrder.compare(left, right) <= 0;
    }

    @Prosrc("tsquery_gt")
    public static boolean gt(TsQuery left, TsQuery right) {
        return QueryOrder.compare(left, right) > 0;
    }

    @Prosrc("tsquery_ge")
    public static boolean ge(TsQuery left, TsQuery right) {
        return QueryOrder.compare(left, right) >= 0;
    }

    @Prosrc("tsquery_cmp")
    public static int cmp(TsQuery left, TsQuery right) {
        return Integer.signum(QueryOrder.compare(left, right));
    }

    @Prosrc("ts_match_vq")
    public static boolean matches(TsVector vector, TsQuery query) {
        return Matcher.matches(query, vector);
    }

    @Prosrc("ts_match_qv")
    public static boolean matches(TsQuery query, TsVector vector) {
        return Matcher.matches(query, vector);
    }

    @Prosrc("tsquery_numnode")
    public static int nodeCount(TsQuery query) {
        return query.size();
    }

    @Prosrc("tsquery_and")
    public static TsQuery and(TsQuery left, TsQuery right) {
        return left.isEmpty() ? right : right.isEmpty() ? left : new TsQuery(new And(left.root(), right.root()));
    }

    @Prosrc("tsquery_or")
    public static TsQuery or(TsQuery left, TsQuery right) {
        return left.isEmpty() ? right : right.isEmpty() ? left : new TsQuery(new Or(left.root(), right.root()));
    }

    @Prosrc("tsquery_phrase")
    public static TsQuery phrase(TsQuery left, TsQuery right) {
        return phrase(left, right, 1);
    }

    @Prosrc("tsquery_phrase_distance")
    public static TsQuery phrase(TsQuery left, TsQuery right, int distance) {
        QueryParser.checkDistance(distance);
        return left.isEmpty()
                ? right
                : right.isEmpty() ? left : new TsQuery(new Phrase(left.root(), right.root(), distance));
    }

    @Prosrc("tsquery_not")
    public static TsQuery not(TsQuery query) {
        return query.isEmpty() ? query : new TsQuery(new Not(query.root()));
    }

    private static Set<Utf8> lexemes(TsQuery query) {
        return query.operands().stream().map(Operand::lexeme).collect(Collectors.toSet());
    }

    @Prosrc("tsq_mcontains")
    public static boolean contains(TsQuery outer, TsQuery inner) {
        return lexemes(outer).containsAll(lexemes(inner));
    }

    @Prosrc("tsq_mcontained")
    public static boolean contained(TsQuery inner, TsQuery outer) {
        return contains(outer, inner);
    }

    @Prosrc("tsquery_rewrite")
    public static TsQuery rewrite(TsQuery query, TsQuery target, TsQuery substitute) {
        return QueryRewriter.rewrite(query, target, substitute);
    }

    /// The part that an index can look up: T when there is none.
    @Prosrc("tsquerytree")
    public static Utf8 indexablePart(TsQuery query) {
        if (query.isEmpty()) {
            return Utf8.EMPTY;
        }
        Node part = withoutNot(query.root());
        if (part == null) {
            return Utf8.of("T");
        }
        ByteWriter text = new ByteWriter();
        QueryPrinter.print(part, text);
        return new Utf8(text.toByteArray());
    }

    private static Node withoutNot(Node node) {
        return switch (node) {
            case Operand _ -> node;
            case Not _ -> null;
            case Pair pair -> {
                Node left = withoutNot(pair.left());
                Node right = withoutNot(pair.right());
                if (left == null || right == null) {
                    yield pair instanceof Or ? null : left == null ? right : left;
                }
                yield switch (pair) {
                    case And _ -> new And(left, right);
                    case Or _ -> new Or(left, right);
                    case Phrase phrase -> new Phrase(left, right, phrase.distance());
                };
            }
        };
    }
}
