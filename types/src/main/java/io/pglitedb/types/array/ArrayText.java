package io.pglitedb.types.array;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// Reads and writes array literals. Reading takes two passes, as in PostgreSQL, so that the same text raises the same
/// error: the first finds the shape and judges the syntax, the second reads the elements.
final class ArrayText {
    private enum State {
        NO_LEVEL,
        LEVEL_STARTED,
        ELEMENT_STARTED,
        QUOTED_STARTED,
        QUOTED_COMPLETED,
        ELEMENT_DELIMITED,
        LEVEL_COMPLETED,
        LEVEL_DELIMITED
    }

    private final Utf8 text;
    private final ValueType element;
    private final char delimiter;
    private int at;

    private ArrayText(Utf8 text, ValueType element, char delimiter) {
        this.text = text;
        this.element = element;
        this.delimiter = delimiter;
    }

    static PgArray parse(Utf8 text, ValueType element, char delimiter, int typmod, SessionContext session) {
        return new ArrayText(text, element, delimiter).parse(typmod, session);
    }

    private PgArray parse(int typmod, SessionContext session) {
        int[] sizes = new int[ArrayShape.DIMENSIONS_MAX];
        int[] bounds = new int[ArrayShape.DIMENSIONS_MAX];
        int explicit = readDimensions(sizes, bounds);
        int dimensionCount;
        if (explicit == 0) {
            if (peek() != '{') {
                throw malformed("Array value must start with \"{\" or dimension information.");
            }
            dimensionCount = scanShape(sizes);
            Arrays.fill(bounds, 1);
        } else {
            dimensionCount = explicit;
            matchContents(sizes, explicit);
        }
        int[] dimensions = Arrays.copyOf(sizes, dimensionCount);
        int[] lowerBounds = Arrays.copyOf(bounds, dimensionCount);
        int count = ArrayShape.elementCount(dimensions);
        ArrayShape.checkBounds(dimensions, lowerBounds);
        if (count == 0) {
            return PgArray.empty(element.oid());
        }
        return new PgArray(element.oid(), dimensions, lowerBounds, readElements(dimensions, count, typmod, session));
    }

    /// `[lower:upper]…`; returns how many there are.
    private int readDimensions(int[] sizes, int[] bounds) {
        int count = 0;
        while (true) {
            skipSpace();
            if (peek() != '[') {
                return count;
            }
            at++;
            if (count >= ArrayShape.DIMENSIONS_MAX) {
                throw ArrayShape.tooManyDimensions(count + 1);
            }
            int start = at;
            skipNumber();
            if (at == start) {
                throw malformed("\"[\" must introduce explicitly-specified array dimensions.");
            }
            int lower = 1;
            if (peek() == ':') {
                lower = toInt(start, at);
                start = ++at;
                skipNumber();
                if (at == start) {
                    throw malformed("Missing array dimension value.");
                }
            }
            if (peek() != ']') {
                throw malformed("Missing \"]\" after array dimensions.");
            }
            int upper = toInt(start, at);
            at++;
            if (upper < lower) {
                throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "upper bound cannot be less than lower bound");
            }
            sizes[count] = upper - lower + 1;
            bounds[count++] = lower;
        }
    }

    private void matchContents(int[] sizes, int count) {
        if (peek() != '=') {
            throw malformed("Missing \"=\" after array dimensions.");
        }
        at++;
        skipSpace();
        if (peek() != '{') {
            throw malformed("Array contents must start with \"{\".");
        }
        int[] found = new int[ArrayShape.DIMENSIONS_MAX];
        int braces = scanShape(found);
        if (braces != count || !Arrays.equals(found, 0, count, sizes, 0, count)) {
            throw malformed("Specified array dimensions do not match array contents.");
        }
    }

    /// First pass, from the opening brace at `at`, which stays. Fills `sizes`, returns the number of dimensions, 0 for
    /// an array without elements.
    private int scanShape(int[] sizes) {
        int[] counted = new int[ArrayShape.DIMENSIONS_MAX];
        int[] siblings = new int[ArrayShape.DIMENSIONS_MAX];
        int[] lastSiblings = new int[ArrayShape.DIMENSIONS_MAX];
        Arrays.fill(siblings, 1);
        int level = 0;
        int deepest = 1;
        boolean quoted = false;
        boolean hasElement = false;
        boolean ended = false;
        State state = State.NO_LEVEL;
        int position = at;
        while (!ended) {
            boolean itemDone = false;
            while (!itemDone) {
                hasElement |= state == State.ELEMENT_STARTED || state == State.QUOTED_STARTED;
                if (position >= text.length()) {
                    throw malformed("Unexpected end of input.");
                }
                int c = text.byteAt(position) & 0xff;
                if (c == '\\') {
                    switch (state) {
                        case LEVEL_STARTED, ELEMENT_STARTED, QUOTED_STARTED, ELEMENT_DELIMITED -> {}
                        default -> throw unexpected('\\');
                    }
                    state = state == State.QUOTED_STARTED ? state : State.ELEMENT_STARTED;
                    if (++position >= text.length()) {
                        throw malformed("Unexpected end of input.");
                    }
                } else if (c == '"') {
                    switch (state) {
                        case LEVEL_STARTED, QUOTED_STARTED, ELEMENT_DELIMITED -> {}
                        default -> throw malformed("Unexpected array element.");
                    }
                    quoted = !quoted;
                    state = quoted ? State.QUOTED_STARTED : State.QUOTED_COMPLETED;
                } else if (quoted) {
                    // any character is the element's
                } else if (c == '{') {
                    switch (state) {
                        case NO_LEVEL, LEVEL_STARTED, LEVEL_DELIMITED -> {}
                        default -> throw unexpected('{');
                    }
                    state = State.LEVEL_STARTED;
                    if (level >= ArrayShape.DIMENSIONS_MAX) {
                        throw ArrayShape.tooManyDimensions(level + 1);
                    }
                    counted[level++] = 0;
                    deepest = Math.max(deepest, level);
                } else if (c == '}') {
                    switch (state) {
                        case ELEMENT_STARTED, QUOTED_COMPLETED, LEVEL_COMPLETED -> {}
                        case LEVEL_STARTED -> {
                            if (level != 1) {
                                throw unexpected('}');
                            }
                        }
                        default -> throw unexpected('}');
                    }
                    state = State.LEVEL_COMPLETED;
                    level--;
                    if (lastSiblings[level] != 0 && siblings[level] != lastSiblings[level]) {
                        throw malformed("Multidimensional arrays must have sub-arrays with matching dimensions.");
                    }
                    lastSiblings[level] = siblings[level];
                    siblings[level] = 1;
                    if (level == 0) {
                        ended = true;
                        itemDone = true;
                    } else {
                        counted[level - 1]++;
                    }
                } else if (c == delimiter) {
                    switch (state) {
                        case ELEMENT_STARTED, QUOTED_COMPLETED -> state = State.ELEMENT_DELIMITED;
                        case LEVEL_COMPLETED -> state = State.LEVEL_DELIMITED;
                        default -> throw unexpected(delimiter);
                    }
                    itemDone = true;
                    siblings[level - 1]++;
                } else if (!ArrayShape.isSpace(c)) {
                    switch (state) {
                        case LEVEL_STARTED, ELEMENT_STARTED, ELEMENT_DELIMITED -> state = State.ELEMENT_STARTED;
                        default -> throw malformed("Unexpected array element.");
                    }
                }
                if (!itemDone) {
                    position++;
                }
            }
            counted[deepest - 1]++;
            position++;
        }
        while (position < text.length()) {
            if (!ArrayShape.isSpace(text.byteAt(position++))) {
                throw malformed("Junk after closing right brace.");
            }
        }
        System.arraycopy(counted, 0, sizes, 0, deepest);
        return hasElement ? deepest : 0;
    }

    /// Second pass, from the opening brace at `at`.
    private Object[] readElements(int[] dimensions, int count, int typmod, SessionContext session) {
        int[] strides = ArrayShape.strides(dimensions);
        int[] index = new int[dimensions.length];
        Object[] elements = new Object[count];
        ByteWriter item = new ByteWriter();
        int level = 0;
        boolean quoted = false;
        boolean ended = false;
        while (!ended) {
            item.clear();
            boolean itemDone = false;
            boolean leadingSpace = true;
            boolean hasQuoting = false;
            int length = 0; // of the item without the unquoted space behind it
            int offset = -1;
            while (!itemDone) {
                int c = text.byteAt(at++) & 0xff;
                if (c == '\\') {
                    item.putByte(text.byteAt(at++));
                    leadingSpace = false;
                    length = item.size();
                    hasQuoting = true;
                } else if (c == '"') {
                    quoted = !quoted;
                    hasQuoting = true;
                    if (quoted) {
                        leadingSpace = false;
                    } else {
                        length = item.size();
                    }
                } else if (quoted) {
                    item.putByte(c);
                } else if (c == '{') {
                    if (level >= dimensions.length) {
                        throw malformed();
                    }
                    index[level++] = 0;
                } else if (c == '}') {
                    if (offset < 0) {
                        offset = offset(index, strides);
                    }
                    index[--level] = 0;
                    if (level == 0) {
                        ended = true;
                        itemDone = true;
                    } else {
                        index[level - 1]++;
                    }
                } else if (c == delimiter) {
                    if (offset < 0) {
                        offset = offset(index, strides);
                    }
                    itemDone = true;
                    index[dimensions.length - 1]++;
                } else if (ArrayShape.isSpace(c)) {
                    if (!leadingSpace) {
                        item.putByte(c);
                    }
                } else {
                    item.putByte(c);
                    leadingSpace = false;
                    length = item.size();
                }
            }
            if (offset >= count) {
                throw malformed();
            }
            item.truncate(length);
            Utf8 itemText = new Utf8(item.toByteArray());
            elements[offset] = !hasQuoting && isNull(itemText) ? null : element.parse(itemText, typmod, session);
        }
        return elements;
    }

    private static int offset(int[] index, int[] strides) {
        int offset = 0;
        for (int i = 0; i < index.length; i++) {
            offset += index[i] * strides[i];
        }
        return offset;
    }

    static boolean isNull(Utf8 item) {
        return item.length() == 4 && item.toString().equalsIgnoreCase("NULL");
    }

    private int peek() {
        return at < text.length() ? text.byteAt(at) : -1;
    }

    private void skipSpace() {
        while (at < text.length() && ArrayShape.isSpace(text.byteAt(at))) {
            at++;
        }
    }

    private void skipNumber() {
        while (at < text.length() && (peek() >= '0' && peek() <= '9' || peek() == '-' || peek() == '+')) {
            at++;
        }
    }

    /// As C's atoi: what follows the number is ignored, a wrong number is 0.
    private int toInt(int from, int to) {
        long value = 0;
        int i = from;
        boolean negative = text.byteAt(i) == '-';
        if (negative || text.byteAt(i) == '+') {
            i++;
        }
        for (; i < to && text.byteAt(i) >= '0' && text.byteAt(i) <= '9' && value < Integer.MAX_VALUE; i++) {
            value = value * 10 + text.byteAt(i) - '0';
        }
        return (int) (negative ? -value : value);
    }

    private PgException malformed() {
        return new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed array literal: \"%s\"".formatted(text));
    }

    private PgException malformed(String detail) {
        return malformed().detail(detail);
    }

    private PgException unexpected(char c) {
        return malformed("Unexpected \"" + c + "\" character.");
    }

    static void print(PgArray array, ValueType element, char delimiter, SessionContext session, ByteWriter out) {
        int[] dimensions = array.dimensions();
        if (array.elements().length == 0) {
            out.putAscii("{}");
            return;
        }
        printBounds(array, out);
        ByteWriter item = new ByteWriter();
        int[] index = new int[dimensions.length];
        for (int i = 0; i < dimensions.length; i++) {
            out.putByte('{');
        }
        for (int i = 0; i < array.elements().length; i++) {
            printElement(array.elements()[i], element, delimiter, session, item, out);
            int level = dimensions.length - 1;
            while (level >= 0 && ++index[level] == dimensions[level]) {
                index[level--] = 0;
                out.putByte('}');
            }
            if (level >= 0) {
                out.putByte(delimiter);
                for (int j = level + 1; j < dimensions.length; j++) {
                    out.putByte('{');
                }
            }
        }
    }

    private static void printBounds(PgArray array, ByteWriter out) {
        boolean usual = true;
        for (int bound : array.lowerBounds()) {
            usual &= bound == 1;
        }
        if (usual) {
            return;
        }
        for (int i = 0; i < array.dimensions().length; i++) {
            int lower = array.lowerBounds()[i];
            out.putByte('[')
                    .putDecimal(lower)
                    .putByte(':')
                    .putDecimal((long) lower + array.dimensions()[i] - 1)
                    .putByte(']');
        }
        out.putByte('=');
    }

    private static void printElement(
            Object value, ValueType element, char delimiter, SessionContext session, ByteWriter item, ByteWriter out) {
        if (value == null) {
            out.putAscii("NULL");
            return;
        }
        item.clear();
        element.print(value, session, item);
        byte[] bytes = item.array();
        int length = item.size();
        boolean quote = length == 0 || isNull(new Utf8(bytes, 0, length));
        for (int i = 0; i < length && !quote; i++) {
            int b = bytes[i];
            quote = b == '"' || b == '\\' || b == '{' || b == '}' || b == delimiter || ArrayShape.isSpace(b);
        }
        if (!quote) {
            out.putBytes(bytes, 0, length);
            return;
        }
        out.putByte('"');
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '"' || bytes[i] == '\\') {
                out.putByte('\\');
            }
            out.putByte(bytes[i]);
        }
        out.putByte('"');
    }
}
