package io.pglitedb.catalog.system;

import io.pglitedb.types.text.NameType;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Java's everyday values ↔ the carriers that columns store.
final class Carriers {
    private Carriers() {}

    /// String for name and text, char for "char" (a space for the zero byte), int for int2, Boolean and the like
    /// as they are; null is NULL.
    static Object of(SystemColumn column, Object value) {
        Class<?> carrier = column.type().carrier();
        return switch (value) {
            case null -> null;
            case String text
            when carrier == Utf8.class ->
                column.type() instanceof NameType ? NameType.truncate(Utf8.of(text)) : Utf8.of(text);
            case Character letter when carrier == Byte.class -> letter == ' ' ? 0 : (byte) letter.charValue();
            case Integer number when carrier == Short.class -> (short) (int) number;
            case Integer number when carrier == Long.class -> (long) number;
            case Double number when carrier == Float.class -> (float) (double) number;
            default -> {
                if (!carrier.isInstance(value)) {
                    throw new IllegalArgumentException(
                            "%s: %s is not a %s".formatted(column.name(), value, carrier.getSimpleName()));
                }
                yield value;
            }
        };
    }

    /// For messages: a key column's value as its type prints it (OIDs, names, numbers, letters, vectors of OIDs).
    static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case Integer oid -> Integer.toUnsignedString(oid);
            case Byte letter -> Character.toString((char) (letter & 0xff));
            case PgArray array ->
                Arrays.stream(array.elements()).map(Carriers::text).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }
}
