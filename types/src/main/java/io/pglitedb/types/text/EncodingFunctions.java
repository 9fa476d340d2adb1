package io.pglitedb.types.text;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Conversion between the database's encoding, UTF-8, and others.
public final class EncodingFunctions {
    private static final HexFormat SEQUENCE = HexFormat.ofDelimiter(" ").withPrefix("0x");

    private EncodingFunctions() {}

    @Prosrc("pg_convert_from")
    public static Utf8 convertFrom(Bytes bytes, Utf8 source) {
        return new Utf8(convert(bytes, known(source, "source"), Encoding.UTF8));
    }

    @Prosrc("pg_convert_to")
    public static Bytes convertTo(Utf8 text, Utf8 destination) {
        return new Bytes(convert(new Bytes(text.toByteArray()), Encoding.UTF8, known(destination, "destination")));
    }

    @Prosrc("pg_convert")
    public static Bytes convert(Bytes bytes, Utf8 source, Utf8 destination) {
        return new Bytes(convert(bytes, known(source, "source"), known(destination, "destination")));
    }

    @Prosrc("length_in_encoding")
    public static int length(Bytes bytes, Utf8 encoding) {
        Encoding known = Encoding.find(encoding.toString());
        if (known == null) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid encoding name \"" + encoding + "\"");
        }
        return new Utf8(convert(bytes, known, Encoding.UTF8)).characterCount();
    }

    @Prosrc("PG_char_to_encoding")
    public static int encodingNumber(Utf8 name) {
        Encoding encoding = Encoding.find(name.toString());
        return encoding == null ? -1 : encoding.number();
    }

    @Prosrc("PG_encoding_to_char")
    public static Utf8 encodingName(int number) {
        Encoding encoding = Encoding.find(number);
        return encoding == null ? Utf8.EMPTY : Utf8.of(encoding.name());
    }

    /// Bytes that a character takes at most; NULL for no encoding. Source: PostgreSQL 15, `pg_wchar_table`.
    @Prosrc("pg_encoding_max_length_sql")
    public static Integer maxLength(int number) {
        Encoding encoding = Encoding.find(number);
        if (encoding == null) {
            return null;
        }
        return switch (encoding.name()) {
            case "EUC_TW", "UTF8", "MULE_INTERNAL", "GB18030" -> 4;
            case "EUC_JP", "EUC_CN", "EUC_KR", "EUC_JIS_2004", "JOHAB" -> 3;
            case "SJIS", "BIG5", "GBK", "UHC", "SHIFT_JIS_2004" -> 2;
            default -> 1;
        };
    }

    private static Encoding known(Utf8 name, String role) {
        Encoding encoding = Encoding.find(name.toString());
        if (encoding == null) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "invalid " + role + " encoding name \"" + name + "\"");
        }
        return encoding;
    }

    private static byte[] convert(Bytes bytes, Encoding source, Encoding destination) {
        if (source == Encoding.UTF8) {
            Utf8Validation.check(new Utf8(bytes.array()));
        }
        if (source == destination) {
            return bytes.array();
        }
        return encode(decode(bytes, source), destination);
    }

    private static String decode(Bytes bytes, Encoding source) {
        ByteBuffer in = ByteBuffer.wrap(bytes.array());
        try {
            return charset(source).newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int at = Math.min(in.position(), bytes.length() - 1);
            throw new PgException(
                    SqlState.CHARACTER_NOT_IN_REPERTOIRE,
                    "invalid byte sequence for encoding \"%s\": %s"
                            .formatted(source.name(), SEQUENCE.formatHex(bytes.array(), at, at + 1)),
                    e);
        }
    }

    private static byte[] encode(String text, Encoding destination) {
        CharsetEncoder encoder = charset(destination).newEncoder();
        CharBuffer in = CharBuffer.wrap(text);
        try {
            ByteBuffer out = encoder.encode(in);
            byte[] encoded = new byte[out.remaining()];
            out.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            byte[] character =
                    Character.toString(text.codePointAt(in.position())).getBytes(StandardCharsets.UTF_8);
            throw new PgException(
                    SqlState.UNTRANSLATABLE_CHARACTER,
                    "character with byte sequence %s in encoding \"UTF8\" has no equivalent in encoding \"%s\""
                            .formatted(SEQUENCE.formatHex(character), destination.name()),
                    e);
        }
    }

    private static Charset charset(Encoding encoding) {
        if (encoding.charset() == null) {
            throw PgException.notSupported("encoding conversion between UTF8 and " + encoding.name());
        }
        return Charset.forName(encoding.charset());
    }
}
