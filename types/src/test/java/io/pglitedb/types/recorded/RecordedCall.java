package io.pglitedb.types.recorded;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One line of a resource: prosrc, result type, argument types, arguments (`\N` for null), and the answer: `ok`,
/// text |
/// `null` | `error`, SQLSTATE, message, detail, hint. Rows of a set stand on lines of their own. Escapes are
/// those of
/// COPY's text format.
///
/// @param outcome the answer's fields, `|` apart
record RecordedCall(String prosrc, int resultType, List<Integer> argumentTypes, List<String> texts, String outcome) {
    private static final Map<String, Integer> OIDS = typeOids();

    static List<RecordedCall> read(String family) {
        return lines(family + ".tsv").stream().map(RecordedCall::parse).toList();
    }

    private static RecordedCall parse(String line) {
        String[] fields = line.split("\t", -1);
        List<Integer> types = fields[2].isEmpty()
                ? List.of()
                : Arrays.stream(fields[2].split(",")).map(OIDS::get).toList();
        List<String> texts = Arrays.stream(fields)
                .skip(3)
                .limit(types.size())
                .map(RecordedCall::unescape)
                .toList();
        String outcome = String.join(
                "|",
                Arrays.stream(fields)
                        .skip(3 + types.size())
                        .map(RecordedCall::unescape)
                        .toList());
        return new RecordedCall(fields[0], OIDS.get(fields[1]), types, texts, outcome);
    }

    ValueType result() {
        return BuiltinTypes.get(resultType);
    }

    Object[] arguments(SessionContext session) {
        Object[] arguments = new Object[texts.size()];
        for (int i = 0; i < arguments.length; i++) {
            String text = texts.get(i);
            arguments[i] = text.equals("\\N") ? null : type(i).parse(Utf8.of(text), -1, session);
        }
        return arguments;
    }

    private ValueType type(int argument) {
        return BuiltinTypes.get(argumentTypes.get(argument));
    }

    boolean isSuccessfulInput() {
        return argumentTypes.equals(List.of(Oids.CSTRING)) && outcome.startsWith("ok|");
    }

    Object input(SessionContext session) {
        return result().parse(Utf8.of(texts.getFirst()), -1, session);
    }

    String shown() {
        return prosrc + texts;
    }

    static boolean hasOrder(ValueType type) {
        Object[] none = new Object[2];
        try {
            type.compare(none[0], none[1]);
        } catch (PgException e) {
            return false;
        } catch (NullPointerException e) {
            return true;
        }
        return true;
    }

    /// By what the value is: for fields of rows, whose types a line does not name.
    static String print(Object value, SessionContext session) {
        if (value instanceof Number || value instanceof Utf8) {
            return value.toString();
        }
        if (value instanceof PgArray array) {
            int type = array.elementType() == Oids.INT2 ? Oids.INT2_ARRAY : Oids.TEXT_ARRAY;
            return BuiltinTypes.get(type).toUtf8(value, session).toString();
        }
        for (ValueType type : BuiltinTypes.all()) {
            if (type.carrier() == value.getClass()) {
                return type.toUtf8(value, session).toString();
            }
        }
        throw new IllegalArgumentException(value.toString());
    }

    private static List<String> lines(String resource) {
        try (InputStream in = RecordedCall.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> typeOids() {
        Map<String, Integer> oids = new HashMap<>();
        lines("/io/pglitedb/types/catalog/pg_type_io.tsv").stream().skip(1).forEach(line -> {
            String[] fields = line.split("\t", -1);
            oids.put(fields[1], Integer.valueOf(fields[0]));
        });
        return oids;
    }

    private static String unescape(String text) {
        if (text.equals("\\N")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            switch (text.charAt(++i)) {
                case 't' -> out.append('\t');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'v' -> out.append('\u000b');
                default -> out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
