package io.pglitedb.types.textsearch;

import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Node;
import io.pglitedb.types.value.TsQuery.Not;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Or;
import io.pglitedb.types.value.TsQuery.Pair;
import io.pglitedb.types.value.TsQuery.Phrase;
import io.pglitedb.types.value.Utf8;
import java.util.Comparator;

/// PostgreSQL's order of queries: by size, then by structure, words by a checksum. Weights and prefixes do not
/// count.
final class QueryOrder {
    /// Of nodes; the greater kind and the greater checksum come first.
    static final Comparator<Node> NODES = QueryOrder::compare;

    private static final int[] CHECKSUMS = checksums();

    private QueryOrder() {}

    static int compare(TsQuery left, TsQuery right) {
        int order = Integer.compare(left.size(), right.size());
        if (order == 0) {
            order = Integer.compare(bytes(left), bytes(right));
        }
        return order != 0 || left.isEmpty() ? order : compare(left.root(), right.root());
    }

    /// Size of PostgreSQL's representation.
    static int bytes(TsQuery query) {
        int bytes = 8 + 12 * query.size();
        for (Operand operand : query.operands()) {
            bytes += operand.lexeme().length() + 1;
        }
        return bytes;
    }

    /// Rank of the node's kind: operands before operators.
    static int kind(Node node) {
        return switch (node) {
            case Operand _ -> 0;
            case Not _ -> 1;
            case And _ -> 2;
            case Or _ -> 3;
            case Phrase _ -> 4;
        };
    }

    private static int compare(Node left, Node right) {
        int order = Integer.compare(kind(right), kind(left));
        if (order != 0) {
            return order;
        }
        return switch (left) {
            case Operand operand -> compare(operand.lexeme(), ((Operand) right).lexeme());
            case Not(Node operand) -> compare(operand, ((Not) right).operand());
            case Pair pair -> compare(pair, (Pair) right);
        };
    }

    private static int compare(Pair left, Pair right) {
        int order = compare(left.right(), right.right());
        if (order == 0) {
            order = compare(left.left(), right.left());
        }
        if (order == 0 && left instanceof Phrase(Node _, Node _, int distance)) {
            order = Integer.compare(((Phrase) right).distance(), distance);
        }
        return order;
    }

    private static int compare(Utf8 left, Utf8 right) {
        int order = Integer.compare(checksum(right), checksum(left));
        return order != 0 ? order : left.compareTo(right);
    }

    /// A CRC-32 whose table is that of the reflected form while the shifts are not: PostgreSQL's "legacy" one.
    static int checksum(Utf8 word) {
        int crc = -1;
        for (int i = 0; i < word.length(); i++) {
            crc = CHECKSUMS[(crc >>> 24 ^ word.byteAt(i)) & 0xff] ^ crc << 8;
        }
        return ~crc;
    }

    private static int[] checksums() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
            }
            table[i] = crc;
        }
        return table;
    }
}
