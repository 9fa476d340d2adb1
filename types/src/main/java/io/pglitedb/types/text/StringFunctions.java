package io.pglitedb.types.text;

import static io.pglitedb.types.error.SqlState.INVALID_PARAMETER_VALUE;
import static io.pglitedb.types.error.SqlState.NUMERIC_VALUE_OUT_OF_RANGE;
import static io.pglitedb.types.error.SqlState.PROGRAM_LIMIT_EXCEEDED;
import static io.pglitedb.types.error.SqlState.SUBSTRING_ERROR;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// Length, case, cutting and joining of text. Positions count characters from 1.
public final class StringFunctions {
    /// Longest value, bytes: PostgreSQL's MaxAllocSize.
    private static final long MAX_BYTES = 0x3fffffffL;

    private StringFunctions() {}

    @Prosrc("textlen")
    public static int length(Utf8 text) {
        return text.characterCount();
    }

    @Prosrc("bpcharlen")
    public static int paddedLength(Utf8 text) {
        return BpcharType.stripped(text).characterCount();
    }

    @Prosrc({"textoctetlen", "bpcharoctetlen"})
    public static int octetLength(Utf8 text) {
        return text.length();
    }

    @Prosrc("textcat")
    public static Utf8 concat(Utf8 left, Utf8 right) {
        if ((long) left.length() + right.length() > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] joined = Arrays.copyOfRange(left.array(), left.offset(), left.offset() + left.length() + right.length());
        System.arraycopy(right.array(), right.offset(), joined, left.length(), right.length());
        return new Utf8(joined);
    }

    @Prosrc("lower")
    public static Utf8 lower(CallContext call, Utf8 text) {
        return CaseMapping.of(call).lower(text);
    }

    @Prosrc("upper")
    public static Utf8 upper(CallContext call, Utf8 text) {
        return CaseMapping.of(call).upper(text);
    }

    @Prosrc("initcap")
    public static Utf8 initcap(CallContext call, Utf8 text) {
        CaseMapping mapping = CaseMapping.of(call);
        StringBuilder out = new StringBuilder(text.length());
        boolean inWord = false;
        for (int c : text.toString().codePoints().toArray()) {
            out.appendCodePoint(inWord ? mapping.lower(c) : mapping.upper(c));
            inWord = mapping.isAlphanumeric(c);
        }
        return Utf8.of(out.toString());
    }

    @Prosrc("text_substr")
    public static Utf8 substring(Utf8 text, int start, int length) {
        if (length < 0) {
            throw negativeLength();
        }
        return characters(text, start, (long) start + length);
    }

    @Prosrc("text_substr_no_len")
    public static Utf8 substring(Utf8 text, int start) {
        return characters(text, start, Integer.MAX_VALUE);
    }

    /// Characters from position `from` up to and without position `to`.
    private static Utf8 characters(Utf8 text, long from, long to) {
        int first = (int) Math.max(from, 1) - 1;
        if (to - 1 <= first) {
            return Utf8.EMPTY;
        }
        int begin = text.byteIndex(first);
        Utf8 rest = text.slice(begin, text.length());
        return to > Integer.MAX_VALUE ? rest : rest.slice(0, rest.byteIndex((int) (to - 1 - first)));
    }

    @Prosrc("textoverlay")
    public static Utf8 overlay(Utf8 text, Utf8 replacement, int start, int length) {
        if (start <= 0) {
            throw negativeLength();
        }
        long after = (long) start + length;
        if (after > Integer.MAX_VALUE || after < Integer.MIN_VALUE) {
            throw new PgException(NUMERIC_VALUE_OUT_OF_RANGE, "integer out of range");
        }
        Utf8 head = characters(text, 1, start);
        return concat(concat(head, replacement), characters(text, after, Integer.MAX_VALUE));
    }

    @Prosrc("textoverlay_no_len")
    public static Utf8 overlay(Utf8 text, Utf8 replacement, int start) {
        return overlay(text, replacement, start, replacement.characterCount());
    }

    private static PgException negativeLength() {
        return new PgException(SUBSTRING_ERROR, "negative substring length not allowed");
    }

    @Prosrc("textpos")
    public static int position(Utf8 text, Utf8 wanted) {
        int at = indexOf(text, wanted, 0);
        return at < 0 ? 0 : text.slice(0, at).characterCount() + 1;
    }

    /// Byte index of the first occurrence at or after `from`, -1 for none.
    static int indexOf(Utf8 text, Utf8 wanted, int from) {
        return ByteSearch.find(text, from, wanted, 0, wanted.length());
    }

    @Prosrc("text_starts_with")
    public static boolean startsWith(Utf8 text, Utf8 prefix) {
        return prefix.length() <= text.length()
                && text.slice(0, prefix.length()).equals(prefix);
    }

    @Prosrc("text_left")
    public static Utf8 left(Utf8 text, int count) {
        long end = count >= 0 ? count : (long) text.characterCount() + count;
        return characters(text, 1, end + 1);
    }

    @Prosrc("text_right")
    public static Utf8 right(Utf8 text, int count) {
        if (count == Integer.MIN_VALUE) {
            return text; // PostgreSQL negates the count, and this one stays negative
        }
        long start = count >= 0 ? (long) text.characterCount() - count : -(long) count;
        return start > Integer.MAX_VALUE ? Utf8.EMPTY : characters(text, start + 1, Integer.MAX_VALUE);
    }

    @Prosrc("text_reverse")
    public static Utf8 reverse(Utf8 text) {
        byte[] reversed = new byte[text.length()];
        for (int i = 0, next; i < reversed.length; i = next) {
            next = i + 1;
            while (next < reversed.length && (text.byteAt(next) & 0xc0) == 0x80) {
                next++;
            }
            System.arraycopy(text.array(), text.offset() + i, reversed, reversed.length - next, next - i);
        }
        return new Utf8(reversed);
    }

    @Prosrc("lpad")
    public static Utf8 padLeft(Utf8 text, int length, Utf8 fill) {
        Utf8 kept = left(text, Math.max(length, 0));
        return concat(padding(kept, length, fill), kept);
    }

    @Prosrc("rpad")
    public static Utf8 padRight(Utf8 text, int length, Utf8 fill) {
        Utf8 kept = left(text, Math.max(length, 0));
        return concat(kept, padding(kept, length, fill));
    }

    private static Utf8 padding(Utf8 text, int length, Utf8 fill) {
        if (length > MAX_BYTES / 4) {
            throw tooLarge();
        }
        int missing = length - text.characterCount();
        if (missing <= 0 || fill.isEmpty()) {
            return Utf8.EMPTY;
        }
        int fillCount = fill.characterCount();
        Utf8 whole = repeat(fill, missing / fillCount);
        return concat(whole, left(fill, missing % fillCount));
    }

    @Prosrc("repeat")
    public static Utf8 repeat(Utf8 text, int count) {
        long size = (long) text.length() * Math.max(count, 0);
        if (size > MAX_BYTES) {
            throw tooLarge();
        }
        ByteWriter out = new ByteWriter((int) size);
        for (int i = 0; out.size() < size; i++) {
            out.putBytes(text.array(), text.offset(), text.length());
        }
        return new Utf8(out.array(), 0, out.size());
    }

    private static PgException tooLarge() {
        return new PgException(PROGRAM_LIMIT_EXCEEDED, "requested length too large");
    }

    @Prosrc("replace_text")
    public static Utf8 replace(Utf8 text, Utf8 from, Utf8 to) {
        if (text.isEmpty() || from.isEmpty()) {
            return text;
        }
        int at = indexOf(text, from, 0);
        if (at < 0) {
            return text;
        }
        ByteWriter out = new ByteWriter(text.length() + to.length());
        int copied = 0;
        for (; at >= 0; at = indexOf(text, from, copied)) {
            out.putBytes(text.array(), text.offset() + copied, at - copied);
            out.putBytes(to.array(), to.offset(), to.length());
            copied = at + from.length();
        }
        out.putBytes(text.array(), text.offset() + copied, text.length() - copied);
        return new Utf8(out.toByteArray());
    }

    @Prosrc("translate")
    public static Utf8 translate(Utf8 text, Utf8 from, Utf8 to) {
        int[] sources = from.toString().codePoints().toArray();
        int[] targets = to.toString().codePoints().toArray();
        StringBuilder out = new StringBuilder(text.length());
        for (int c : text.toString().codePoints().toArray()) {
            int at = indexOf(sources, c);
            if (at < 0) {
                out.appendCodePoint(c);
            } else if (at < targets.length) {
                out.appendCodePoint(targets[at]);
            }
        }
        return Utf8.of(out.toString());
    }

    private static int indexOf(int[] characters, int wanted) {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    @Prosrc("split_part")
    public static Utf8 splitPart(Utf8 text, Utf8 separator, int field) {
        if (field == 0) {
            throw new PgException(INVALID_PARAMETER_VALUE, "field position must not be zero");
        }
        if (text.isEmpty()) {
            return Utf8.EMPTY;
        }
        if (separator.isEmpty()) {
            return field == 1 || field == -1 ? text : Utf8.EMPTY;
        }
        long wanted = field > 0 ? field : (long) field + fieldCount(text, separator) + 1;
        int begin = 0;
        for (long i = 1; i < wanted && begin >= 0; i++) {
            int at = indexOf(text, separator, begin);
            begin = at < 0 ? -1 : at + separator.length();
        }
        if (wanted < 1 || begin < 0) {
            return Utf8.EMPTY;
        }
        int end = indexOf(text, separator, begin);
        return text.slice(begin, end < 0 ? text.length() : end);
    }

    private static int fieldCount(Utf8 text, Utf8 separator) {
        int count = 1;
        for (int at = indexOf(text, separator, 0); at >= 0; at = indexOf(text, separator, at + separator.length())) {
            count++;
        }
        return count;
    }

    /// Code point of the first character, 0 for ''.
    @Prosrc("ascii")
    public static int ascii(Utf8 text) {
        return text.isEmpty() ? 0 : text.codePointAt(0);
    }

    @Prosrc("chr")
    public static Utf8 chr(int codePoint) {
        if (codePoint < 0) {
            throw new PgException(INVALID_PARAMETER_VALUE, "character number must be positive");
        }
        if (codePoint == 0) {
            throw new PgException(PROGRAM_LIMIT_EXCEEDED, "null character not permitted");
        }
        if (codePoint > Character.MAX_CODE_POINT) {
            throw new PgException(PROGRAM_LIMIT_EXCEEDED, "requested character too large for encoding: " + codePoint);
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw new PgException(PROGRAM_LIMIT_EXCEEDED, "requested character not valid for encoding: " + codePoint);
        }
        return Utf8.of(Character.toString(codePoint));
    }
}
