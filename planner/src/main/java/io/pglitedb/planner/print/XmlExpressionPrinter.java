package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.XmlKind;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.xml.XmlNames;
import java.util.List;

/// XMLELEMENT and its kin.
final class XmlExpressionPrinter {
    private final ExpressionPrinter expressions;
    private final CatalogView catalog;
    private final Output out;

    XmlExpressionPrinter(ExpressionPrinter expressions, CatalogView catalog, Output out) {
        this.expressions = expressions;
        this.catalog = catalog;
        this.out = out;
    }

    void print(Expr.Xml xml) {
        if (xml.kind() == XmlKind.DOCUMENT) {
            expressions.open();
            expressions.inParentheses(xml.arguments().getFirst(), xml);
            out.put(" IS DOCUMENT");
            expressions.close();
            return;
        }
        out.put("XML" + xml.kind().name() + "(");
        if (xml.kind() == XmlKind.PARSE || xml.kind() == XmlKind.SERIALIZE) {
            out.put(xml.document() ? "DOCUMENT " : "CONTENT ");
        }
        boolean comma = xml.name() != null;
        if (comma) {
            out.put("NAME ").put(identifier(xml.name()));
        }
        if (!xml.named().isEmpty()) {
            named(xml, comma);
            comma = true;
        }
        if (!xml.arguments().isEmpty()) {
            out.put(comma ? ", " : "");
            arguments(xml);
        }
        out.put(")");
    }

    private static String identifier(String xmlName) {
        return Quoting.identifier(XmlNames.toIdentifier(xmlName));
    }

    private void named(Expr.Xml xml, boolean comma) {
        boolean attributes = xml.kind() != XmlKind.FOREST;
        out.put(comma ? ", " : "").put(attributes ? "XMLATTRIBUTES(" : "");
        for (int i = 0; i < xml.named().size(); i++) {
            out.put(i > 0 ? ", " : "");
            expressions.print(xml.named().get(i), true);
            out.put(" AS ").put(identifier(xml.names().get(i)));
        }
        out.put(attributes ? ")" : "");
    }

    private void arguments(Expr.Xml xml) {
        List<Expr> arguments = xml.arguments();
        switch (xml.kind()) {
            case PARSE -> {
                expressions.print(arguments.getFirst(), true);
                boolean preserve = Boolean.TRUE.equals(constant(arguments.get(1)));
                out.put(preserve ? " PRESERVE WHITESPACE" : " STRIP WHITESPACE");
            }
            case ROOT -> {
                expressions.print(arguments.getFirst(), true);
                out.put(", VERSION ");
                if (arguments.get(1) instanceof Expr.Const && constant(arguments.get(1)) == null) {
                    out.put("NO VALUE");
                } else {
                    expressions.print(arguments.get(1));
                }
                standalone(constant(arguments.get(2)));
            }
            case SERIALIZE -> {
                expressions.print(arguments.getFirst(), true);
                out.put(" AS ").put(catalog.formatType(xml.target(), xml.targetTypmod()));
            }
            case CONCAT, ELEMENT, FOREST, PI, DOCUMENT -> {
                for (int i = 0; i < arguments.size(); i++) {
                    out.put(i > 0 ? ", " : "");
                    expressions.print(arguments.get(i), true);
                }
            }
        }
    }

    private void standalone(Object code) {
        out.put(
                switch (code) {
                    case Integer standalone when standalone == 0 -> ", STANDALONE YES";
                    case Integer standalone when standalone == 1 -> ", STANDALONE NO";
                    case Integer standalone when standalone == 2 -> ", STANDALONE NO VALUE";
                    case null, default -> "";
                });
    }

    private static Object constant(Expr expression) {
        return expression instanceof Expr.Const constant ? constant.value() : null;
    }
}
