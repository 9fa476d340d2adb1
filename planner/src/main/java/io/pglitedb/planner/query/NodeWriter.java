package io.pglitedb.planner.query;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.HexFormat;
import java.util.List;

/// Writes the text of [NodeTree].
final class NodeWriter {
    private final StringBuilder out;
    private final SessionContext session;

    NodeWriter(StringBuilder out, SessionContext session) {
        this.out = out;
        this.session = session;
    }

    void value(Object value) {
        switch (value) {
            case null -> out.append("<>");
            case Integer number -> out.append(number.intValue());
            case Boolean flag -> out.append(flag.booleanValue());
            case String text -> quoted(text);
            case Enum<?> constant -> out.append(constant.name());
            case Origin origin -> out.append(origin.form().name());
            case List<?> list -> list(list);
            default -> node(value);
        }
    }

    private void list(List<?> list) {
        out.append('(');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(' ');
            }
            value(list.get(i));
        }
        out.append(')');
    }

    private void node(Object node) {
        NodeShape shape = NodeShape.of(node);
        out.append('{').append(shape.name());
        for (NodeShape.Component component : shape.components()) {
            Object value = shape.get(node, component);
            boolean datum = component.type() == Object.class;
            if (datum ? value == null : isAbsent(value)) {
                continue;
            }
            out.append(" :").append(component.name()).append(' ');
            if (datum) {
                datum((Expr.Const) node);
            } else {
                value(value);
            }
        }
        out.append('}');
    }

    private static boolean isAbsent(Object value) {
        return switch (value) {
            case null -> true;
            case Integer number -> number == 0;
            case Boolean flag -> !flag;
            case List<?> list -> list.isEmpty();
            case Origin origin -> origin.form() == Origin.Form.CALL;
            default -> false;
        };
    }

    private void datum(Expr.Const constant) {
        ByteWriter bytes = new ByteWriter();
        session.type(constant.type()).store(constant.value(), bytes);
        out.append('[')
                .append(HexFormat.of().formatHex(bytes.array(), 0, bytes.size()))
                .append(']');
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
