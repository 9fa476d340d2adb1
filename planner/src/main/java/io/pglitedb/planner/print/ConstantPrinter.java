package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;

/// Constants as literals that are read back as the same value of the same type. Source: `get_const_expr`.
final class ConstantPrinter {
    enum Label {
        NEVER,
        WHERE_NEEDED,
        ALWAYS
    }

    private final CatalogView catalog;
    private final SessionContext session;
    private final Names names;

    ConstantPrinter(CatalogView catalog, SessionContext session, Names names) {
        this.catalog = catalog;
        this.session = session;
        this.names = names;
    }

    void print(Expr.Const constant, Label label, Output out) {
        if (constant.isNull()) {
            out.put("NULL");
            if (label != Label.NEVER) {
                out.put("::").put(names.type(constant.type(), constant.typmod()));
                collation(constant, out);
            }
            return;
        }
        String text =
                session.type(constant.type()).toUtf8(constant.value(), session).toString();
        boolean bare = isBare(constant.type(), text);
        out.put(bare ? text(constant.type(), text) : quoted(text));
        boolean needed = switch (constant.type()) {
            case Oids.BOOL, Oids.UNKNOWN -> false;
            case Oids.INT4 -> !bare;
            case Oids.NUMERIC -> !bare || constant.typmod() >= 0;
            default -> true;
        };
        if (label == Label.ALWAYS || label == Label.WHERE_NEEDED && needed) {
            out.put("::").put(names.type(constant.type(), constant.typmod()));
        }
        if (label != Label.NEVER) {
            collation(constant, out);
        }
    }

    /// As the setting `standard_conforming_strings` reads it, never with the E prefix.
    private String quoted(String text) {
        String doubled = text.replace("'", "''");
        boolean standard = session.setting("standard_conforming_strings").equals("on");
        return "'" + (standard ? doubled : doubled.replace("\\", "\\\\")) + "'";
    }

    private static String text(int type, String text) {
        return type == Oids.BOOL ? text.equals("t") ? "true" : "false" : text;
    }

    /// Whether it needs no quotes: a minus would be an operator.
    private static boolean isBare(int type, String text) {
        return switch (type) {
            case Oids.BOOL -> true;
            case Oids.INT4 -> !text.startsWith("-");
            case Oids.NUMERIC ->
                Character.isDigit(text.charAt(0)) && (text.indexOf('.') >= 0 || text.indexOf('e') >= 0);
            default -> false;
        };
    }

    private void collation(Expr.Const constant, Output out) {
        TypeDef type = catalog.type(constant.type());
        if (constant.collation() != 0 && type != null && constant.collation() != type.collation()) {
            out.put(" COLLATE ").put(names.collation(constant.collation()));
        }
    }
}
