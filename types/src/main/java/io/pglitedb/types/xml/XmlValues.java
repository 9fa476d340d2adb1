package io.pglitedb.types.xml;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.datetime.IsoDates;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.PgArray;
import java.util.Base64;
import java.util.HexFormat;

/// SQL values as XML text, in the forms of XML Schema. Behaviour: PostgreSQL 15, `map_sql_value_to_xml_value`.
public final class XmlValues {
    private XmlValues() {}

    /// @param value not null
    /// @param escape what is special between tags; xml values never are
    public static String text(Object value, int type, boolean escape, SessionContext session) {
        return switch (value) {
            case PgArray array -> elements(array, session);
            case Boolean truth -> truth ? "true" : "false";
            case Bytes bytes ->
                session.setting("xmlbinary").equalsIgnoreCase("hex")
                        ? HexFormat.of().withUpperCase().formatHex(bytes.array())
                        : Base64.getEncoder().encodeToString(bytes.array());
            default -> {
                String text = printed(value, type, session);
                yield escape && type != Oids.XML ? XmlText.escape(text) : text;
            }
        };
    }

    private static String elements(PgArray array, SessionContext session) {
        StringBuilder elements = new StringBuilder();
        for (Object element : array.elements()) {
            if (element != null) {
                elements.append("<element>")
                        .append(text(element, array.elementType(), true, session))
                        .append("</element>");
            }
        }
        return elements.toString();
    }

    private static String printed(Object value, int type, SessionContext session) {
        return switch (type) {
            case Oids.DATE -> {
                requireFinite((Integer) value == Integer.MAX_VALUE || (Integer) value == Integer.MIN_VALUE, "date");
                yield iso(value, type, session);
            }
            case Oids.TIMESTAMP, Oids.TIMESTAMPTZ -> {
                requireFinite((Long) value == Long.MAX_VALUE || (Long) value == Long.MIN_VALUE, "timestamp");
                yield iso(value, type, session);
            }
            default -> session.type(type).toUtf8(value, session).toString();
        };
    }

    private static void requireFinite(boolean infinite, String type) {
        if (infinite) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, type + " out of range")
                    .detail("XML does not support infinite " + type + " values.");
        }
    }

    private static String iso(Object value, int type, SessionContext session) {
        return IsoDates.text(value, session.type(type), session).toString();
    }
}
