package io.pglitedb.types.textsearch;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.TsVector.Lexeme;
import io.pglitedb.types.value.Utf8;

/// tsvector.
///
/// ```
///   stored, sent   count int32, then for each lexeme: UTF-8, 00, number of positions int16, positions int16 each
///   key            size of PostgreSQL's form int32, count int32, then for each lexeme: 00 with | 01 without positions,
///                  UTF-8, 00, inverted: number of positions, positions with the weight in the low bits
/// ```
public final class TsVectorType implements ValueType {
    public static final TsVectorType TSVECTOR = new TsVectorType();

    private TsVectorType() {}

    @Override
    public int oid() {
        return Oids.TSVECTOR;
    }

    @Override
    public Class<?> carrier() {
        return TsVector.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        WordReader words = new WordReader(text, WordReader.Syntax.VECTOR);
        Vectors.Builder vector = new Vectors.Builder();
        while (words.next(words.position())) {
            Utf8 word = words.word();
            if (word.length() > Vectors.WORD_BYTES_MAX - 1) {
                throw new PgException(
                        SqlState.PROGRAM_LIMIT_EXCEEDED,
                        "word is too long (%d bytes, max %d bytes)"
                                .formatted(word.length(), Vectors.WORD_BYTES_MAX - 1));
            }
            vector.add(word);
            words.positions().forEach(position -> vector.add(word, position));
        }
        return vector.build();
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        boolean first = true;
        for (Lexeme lexeme : ((TsVector) value).lexemes()) {
            if (!first) {
                out.putByte(' ');
            }
            first = false;
            printWord(lexeme.word(), out);
            char separator = ':';
            for (int position : lexeme.positions()) {
                out.putByte(separator).putDecimal(TsVector.position(position));
                separator = ',';
                if (TsVector.weight(position) > 0) {
                    out.putByte('D' - TsVector.weight(position));
                }
            }
        }
    }

    /// In apostrophes; those and backslashes are doubled.
    static void printWord(Utf8 word, ByteWriter out) {
        out.putByte('\'');
        for (int i = 0; i < word.length(); i++) {
            byte c = word.byteAt(i);
            if (c == '\'' || c == '\\') {
                out.putByte(c);
            }
            out.putByte(c);
        }
        out.putByte('\'');
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int count = in.getInt();
        if (count < 0 || count > (1 << 28)) {
            throw new PgException(SqlState.INTERNAL_ERROR, "invalid size of tsvector");
        }
        Vectors.Builder vector = new Vectors.Builder();
        for (int i = 0; i < count; i++) {
            readLexeme(in, vector);
        }
        return vector.build();
    }

    private static void readLexeme(ByteReader in, Vectors.Builder vector) {
        Utf8 word = readWord(in);
        if (word.length() > Vectors.WORD_BYTES_MAX) {
            throw new PgException(SqlState.INTERNAL_ERROR, "invalid tsvector: lexeme too long");
        }
        vector.add(word);
        int positions = in.getShort() & 0xffff;
        if (positions > TsVector.POSITIONS_MAX) {
            throw new PgException(SqlState.INTERNAL_ERROR, "unexpected number of tsvector positions");
        }
        for (int i = 0; i < positions; i++) {
            vector.add(word, in.getShort() & 0xffff);
        }
    }

    /// Up to the zero byte.
    static Utf8 readWord(ByteReader in) {
        int end = in.position();
        while (end < in.limit() && in.array()[end] != 0) {
            end++;
        }
        Utf8 word = new Utf8(in.getBytes(end - in.position()));
        in.skip(1);
        return word;
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        TsVector vector = (TsVector) value;
        out.putInt(vector.lexemes().size());
        for (Lexeme lexeme : vector.lexemes()) {
            putWord(lexeme.word(), out);
            out.putShort(lexeme.positions().length);
            for (int position : lexeme.positions()) {
                out.putShort(position);
            }
        }
    }

    static void putWord(Utf8 word, ByteWriter out) {
        out.putBytes(word.array(), word.offset(), word.length()).putByte(0);
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
        return Vectors.compare((TsVector) left, (TsVector) right);
    }

    @Override
    public boolean equal(Object left, Object right) {
        return left.equals(right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        TsVector vector = (TsVector) value;
        key.putInt(Vectors.bytes(vector)).putInt(vector.lexemes().size());
        for (Lexeme lexeme : vector.lexemes()) {
            key.putByte(lexeme.hasPositions() ? 0 : 1);
            putWord(lexeme.word(), key);
            if (lexeme.hasPositions()) {
                key.putShort(~lexeme.positions().length);
                for (int position : lexeme.positions()) {
                    key.putShort(~(TsVector.position(position) << 2 | TsVector.weight(position)));
                }
            }
        }
    }

    @Override
    public Object takeKey(ByteReader key) {
        key.skip(4);
        int count = key.getInt();
        Vectors.Builder vector = new Vectors.Builder();
        for (int i = 0; i < count; i++) {
            boolean hasPositions = key.getByte() == 0;
            Utf8 word = readWord(key);
            vector.add(word);
            int positions = hasPositions ? ~key.getShort() & 0xffff : 0;
            for (int j = 0; j < positions; j++) {
                int packed = ~key.getShort() & 0xffff;
                vector.add(word, TsVector.pack(packed >>> 2, packed & 3));
            }
        }
        return vector.build();
    }
}
