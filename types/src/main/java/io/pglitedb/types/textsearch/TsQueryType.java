package io.pglitedb.types.textsearch;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Node;
import io.pglitedb.types.value.TsQuery.Not;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Or;
import io.pglitedb.types.value.TsQuery.Pair;
import io.pglitedb.types.value.TsQuery.Phrase;
import io.pglitedb.types.value.Utf8;

/// tsquery.
///
/// ```
///   stored, sent   number of nodes int32, then in prefix order, the right operand first:
///                  01, weights, prefix, UTF-8, 00 | 02, 01 not, 02 and, 03 or | 02, 04 phrase, distance int16
///   key            number of nodes int32, size of PostgreSQL's form int32, then as above without weights and prefix:
///                  inverted kind, inverted checksum, UTF-8, 00 | inverted kind, operands, inverted distance
/// ```
public final class TsQueryType implements ValueType {
    public static final TsQueryType TSQUERY = new TsQueryType();

    private static final int VALUE = 1;
    private static final int OPERATOR = 2;
    private static final int NOT = 1;
    private static final int AND = 2;
    private static final int OR = 3;
    private static final int PHRASE = 4;
    private static final int SIZE_MAX = 1 << 26;

    private TsQueryType() {}

    @Override
    public int oid() {
        return Oids.TSQUERY;
    }

    @Override
    public Class<?> carrier() {
        return TsQuery.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return QueryParser.parse(text, QueryTree::push, session);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        QueryPrinter.print(((TsQuery) value).root(), out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int size = in.getInt();
        if (size < 0 || size > SIZE_MAX) {
            throw malformed("invalid size of tsquery");
        }
        TsQuery query = size == 0 ? TsQuery.EMPTY : new TsQuery(read(in));
        if (query.size() != size) {
            throw malformed("malformed tsquery: extra nodes");
        }
        return query;
    }

    private static PgException malformed(String message) {
        return new PgException(SqlState.INTERNAL_ERROR, message);
    }

    private static Node read(ByteReader in) {
        int type = in.getUnsignedByte();
        if (type == VALUE) {
            int weights = in.getUnsignedByte();
            boolean prefix = in.getByte() != 0;
            if (weights > 0xf) {
                throw malformed("invalid tsquery: invalid weight bitmap");
            }
            return new Operand(TsVectorType.readWord(in), weights, prefix);
        }
        if (type != OPERATOR) {
            throw malformed("unrecognized tsquery node type: " + type);
        }
        int operator = in.getUnsignedByte();
        int distance = operator == PHRASE ? in.getShort() : 0;
        if (operator < NOT || operator > PHRASE) {
            throw malformed("invalid tsquery: unrecognized operator type " + operator);
        }
        Node right = read(in);
        return switch (operator) {
            case NOT -> new Not(right);
            case AND -> new And(read(in), right);
            case OR -> new Or(read(in), right);
            default -> new Phrase(read(in), right, distance);
        };
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        TsQuery query = (TsQuery) value;
        out.putInt(query.size());
        if (!query.isEmpty()) {
            write(query.root(), out);
        }
    }

    private static void write(Node node, ByteWriter out) {
        switch (node) {
            case Operand(Utf8 lexeme, int weights, boolean prefix) -> {
                out.putByte(VALUE).putByte(weights).putByte(prefix ? 1 : 0);
                TsVectorType.putWord(lexeme, out);
            }
            case Not(Node operand) -> {
                out.putByte(OPERATOR).putByte(NOT);
                write(operand, out);
            }
            case Pair pair -> {
                out.putByte(OPERATOR);
                switch (pair) {
                    case And _ -> out.putByte(AND);
                    case Or _ -> out.putByte(OR);
                    case Phrase(Node _, Node _, int distance) ->
                        out.putByte(PHRASE).putShort(distance);
                }
                write(pair.right(), out);
                write(pair.left(), out);
            }
        }
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        send(value, null, out);
    }

    @Override
    public Object load(ByteReader in) {
        return receive(in, -1, null);
    }

    @Override
    public int compare(Object left, Object right) {
        return QueryOrder.compare((TsQuery) left, (TsQuery) right);
    }

    @Override
    public int hash(Object value) {
        TsQuery query = (TsQuery) value;
        return query.isEmpty() ? 0 : hash(query.root());
    }

    private static int hash(Node node) {
        int below = switch (node) {
            case Operand operand -> operand.lexeme().hashCode();
            case Not(Node operand) -> hash(operand);
            case Pair pair -> hash(pair.left()) * 31 + hash(pair.right());
        };
        return below * 31 + QueryOrder.kind(node);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        TsQuery query = (TsQuery) value;
        key.putInt(query.size()).putInt(QueryOrder.bytes(query));
        if (!query.isEmpty()) {
            putKey(query.root(), key);
        }
    }

    private static void putKey(Node node, ByteWriter key) {
        key.putByte(~QueryOrder.kind(node));
        switch (node) {
            case Operand operand -> {
                key.putInt(~(QueryOrder.checksum(operand.lexeme()) ^ Integer.MIN_VALUE));
                TsVectorType.putWord(operand.lexeme(), key);
            }
            case Not(Node operand) -> putKey(operand, key);
            case Pair pair -> {
                putKey(pair.right(), key);
                putKey(pair.left(), key);
                if (pair instanceof Phrase(Node _, Node _, int distance)) {
                    key.putShort(~distance);
                }
            }
        }
    }

    @Override
    public Object takeKey(ByteReader key) {
        throw new IllegalStateException("the key of tsquery does not keep weights");
    }

    @Override
    public boolean keyKeepsValue() {
        return false;
    }
}
