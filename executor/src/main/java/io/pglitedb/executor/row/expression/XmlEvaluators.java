package io.pglitedb.executor.row.expression;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.xml.XmlBuilding;
import io.pglitedb.types.xml.XmlBuilding.Attribute;
import io.pglitedb.types.xml.XmlValues;
import java.util.ArrayList;
import java.util.List;

/// XMLELEMENT and its kin. Source: PostgreSQL's ExecEvalXmlExpr.
final class XmlEvaluators {
    private final ExpressionCompiler compiler;
    private final SessionContext session;

    XmlEvaluators(ExpressionCompiler compiler) {
        this.compiler = compiler;
        this.session = compiler.session();
    }

    Evaluator compile(Expr.Xml xml) {
        List<Evaluator> named = compiler.compileAll(xml.named());
        List<Evaluator> arguments = compiler.compileAll(xml.arguments());
        return switch (xml.kind()) {
            case CONCAT -> row -> XmlBuilding.concat(values(arguments, row));
            case ELEMENT ->
                row -> XmlBuilding.element(
                        xml.name(), attributes(xml, named, row), texts(xml.arguments(), arguments, row, true));
            case FOREST -> row -> forest(xml, texts(xml.named(), named, row, true));
            case PARSE ->
                row -> {
                    Utf8 text = (Utf8) arguments.getFirst().evaluate(row);
                    return text == null || arguments.get(1).evaluate(row) == null
                            ? null
                            : XmlBuilding.parse(text, xml.document());
                };
            case PI ->
                row -> {
                    Utf8 content = arguments.isEmpty()
                            ? null
                            : (Utf8) arguments.getFirst().evaluate(row);
                    Utf8 instruction = XmlBuilding.processingInstruction(xml.name(), content);
                    return content == null && !arguments.isEmpty() ? null : instruction;
                };
            case ROOT -> row -> root(arguments, row);
            case SERIALIZE ->
                row -> {
                    Utf8 value = (Utf8) arguments.getFirst().evaluate(row);
                    return value == null ? null : XmlBuilding.serialize(value, xml.document());
                };
            case DOCUMENT ->
                row -> {
                    Utf8 value = (Utf8) arguments.getFirst().evaluate(row);
                    return value == null ? null : (Object) XmlBuilding.isDocument(value);
                };
        };
    }

    private static List<Utf8> values(List<Evaluator> arguments, Object[] row) {
        List<Utf8> values = new ArrayList<>(arguments.size());
        for (Evaluator argument : arguments) {
            values.add((Utf8) argument.evaluate(row));
        }
        return values;
    }

    /// Null for null.
    private List<String> texts(List<Expr> expressions, List<Evaluator> evaluators, Object[] row, boolean escape) {
        List<String> texts = new ArrayList<>(evaluators.size());
        for (int i = 0; i < evaluators.size(); i++) {
            Object value = evaluators.get(i).evaluate(row);
            int type = expressions.get(i).type();
            texts.add(value == null ? null : XmlValues.text(value, type, escape, session));
        }
        return texts;
    }

    private List<Attribute> attributes(Expr.Xml xml, List<Evaluator> named, Object[] row) {
        List<String> values = texts(xml.named(), named, row, false);
        List<Attribute> attributes = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            attributes.add(new Attribute(xml.names().get(i), values.get(i)));
        }
        return attributes;
    }

    /// Null when all values are.
    private static Utf8 forest(Expr.Xml xml, List<String> contents) {
        StringBuilder forest = new StringBuilder();
        boolean any = false;
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i) != null) {
                any = true;
                String name = xml.names().get(i);
                forest.append('<').append(name).append('>').append(contents.get(i));
                forest.append("</").append(name).append('>');
            }
        }
        return any ? Utf8.of(forest.toString()) : null;
    }

    private static Utf8 root(List<Evaluator> arguments, Object[] row) {
        Utf8 value = (Utf8) arguments.get(0).evaluate(row);
        if (value == null) {
            return null;
        }
        int standalone = (Integer) arguments.get(2).evaluate(row);
        return XmlBuilding.root(
                value, (Utf8) arguments.get(1).evaluate(row), XmlBuilding.Standalone.values()[standalone]);
    }
}
