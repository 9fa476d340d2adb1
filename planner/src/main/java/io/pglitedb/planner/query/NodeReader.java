package io.pglitedb.planner.query;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/// Reads the text of [NodeTree]; XX001 when it is damaged.
final class NodeReader {
    /// What an `Object` component holds until its node is complete: a constant's bytes, whose type stands beside them.
    private record Datum(byte[] bytes) {}

    private final String text;
    private final SessionContext session;
    private int position;

    NodeReader(String text, SessionContext session) {
        this.text = text;
        this.session = session;
    }

    /// A node or a list of nodes.
    Object root() {
        return peek() == '(' ? list(Record.class) : node();
    }

    void end() {
        skipSpaces();
        if (position != text.length()) {
            throw damaged();
        }
    }

    /// A run of letters, digits and the like.
    String word() {
        skipSpaces();
        int start = position;
        while (position < text.length() && " (){}".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private Object value(Type type) {
        if (peek() == '<') {
            expect("<>");
            return null;
        }
        return switch (type) {
            case ParameterizedType list -> list(list.getActualTypeArguments()[0]);
            case Class<?> plain when plain == int.class || plain == Integer.class -> number();
            case Class<?> plain when plain == boolean.class -> flag();
            case Class<?> plain when plain == String.class -> quoted();
            case Class<?> plain when plain == Origin.class -> new Origin(-1, constant(Origin.Form.class));
            case Class<?> plain when plain == Object.class -> datum();
            case Class<?> plain when plain.isEnum() -> constant(plain);
            case Class<?> plain -> {
                Object node = node();
                if (!plain.isInstance(node)) {
                    throw damaged();
                }
                yield node;
            }
            default -> throw damaged();
        };
    }

    private List<Object> list(Type element) {
        expect("(");
        List<Object> elements = new ArrayList<>();
        while (peek() != ')') {
            elements.add(value(element));
        }
        expect(")");
        return Collections.unmodifiableList(elements);
    }

    private Object node() {
        expect("{");
        NodeShape shape = NodeShape.named(word());
        if (shape == null) {
            throw damaged();
        }
        List<NodeShape.Component> components = shape.components();
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = absent(components.get(i));
        }
        while (peek() == ':') {
            position++;
            int index = shape.indexOf(word());
            if (index < 0) {
                throw damaged();
            }
            values[index] = value(components.get(index).type());
        }
        expect("}");
        try {
            return shape.create(resolved(shape, values));
        } catch (PgException e) {
            throw e;
        } catch (Throwable e) {
            throw new PgException(SqlState.DATA_CORRUPTED, "damaged node tree: " + shape.name(), e);
        }
    }

    private Object[] resolved(NodeShape shape, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Datum(byte[] bytes)) {
                int type = (int) values[shape.indexOf("type")];
                values[i] = session.type(type).load(new ByteReader(bytes));
            }
        }
        return values;
    }

    private static Object absent(NodeShape.Component component) {
        return switch (component.type()) {
            case ParameterizedType ignored -> List.of();
            case Class<?> plain when plain == int.class -> 0;
            case Class<?> plain when plain == boolean.class -> false;
            case Class<?> plain when plain == Origin.class -> Origin.NONE;
            default -> null;
        };
    }

    private int number() {
        try {
            return Integer.parseInt(word());
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private boolean flag() {
        return switch (word()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw damaged();
        };
    }

    private <T> T constant(Class<T> type) {
        String name = word();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(this::damaged);
    }

    private Datum datum() {
        expect("[");
        int close = text.indexOf(']', position);
        if (close < 0) {
            throw damaged();
        }
        try {
            Datum datum = new Datum(HexFormat.of().parseHex(text, position, close));
            position = close + 1;
            return datum;
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    private String quoted() {
        expect("\"");
        StringBuilder content = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '"') {
                return content.toString();
            }
            if (c == '\\' && position < text.length()) {
                c = text.charAt(position++);
            }
            content.append(c);
        }
        throw damaged();
    }

    /// The next character that is no space, 0 at the end.
    private char peek() {
        skipSpaces();
        return position < text.length() ? text.charAt(position) : 0;
    }

    private void skipSpaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private void expect(String token) {
        skipSpaces();
        if (!text.startsWith(token, position)) {
            throw damaged();
        }
        position += token.length();
    }

    private PgException damaged() {
        return new PgException(SqlState.DATA_CORRUPTED, "damaged node tree at character %d".formatted(position + 1));
    }
}
