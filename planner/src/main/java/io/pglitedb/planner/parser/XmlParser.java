package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.BooleanConst;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.AstExpr.NullConst;
import io.pglitedb.planner.ast.AstExpr.XmlExpr;
import io.pglitedb.planner.ast.AstExpr.XmlKind;
import io.pglitedb.planner.ast.AstExpr.XmlSerialize;
import io.pglitedb.planner.ast.ResTarget;
import java.util.ArrayList;
import java.util.List;

/// The calls that SQL/XML gives a syntax of their own. Each method stands at the function's word, which a
/// parenthesis follows.
final class XmlParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    XmlParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    private void open() {
        tokens.next();
        tokens.expect("(");
    }

    private static AstExpr plain(XmlKind kind, String name, List<AstExpr> arguments, int location) {
        return new XmlExpr(kind, name, List.of(), arguments, false, location);
    }

    AstExpr concat(int location) {
        open();
        List<AstExpr> arguments = grammar.expressions.expressionList();
        tokens.expect(")");
        return plain(XmlKind.CONCAT, null, arguments, location);
    }

    AstExpr element(int location) {
        open();
        tokens.expect("name");
        String name = tokens.label();
        List<ResTarget> attributes = List.of();
        List<AstExpr> content = List.of();
        if (tokens.accept(",")) {
            boolean hasAttributes = tokens.at("xmlattributes", "(");
            if (hasAttributes) {
                tokens.next();
                attributes = grammar.clauses.parenthesized(this::attribute);
            }
            if (!hasAttributes || tokens.accept(",")) {
                content = grammar.expressions.expressionList();
            }
        }
        tokens.expect(")");
        return new XmlExpr(XmlKind.ELEMENT, name, attributes, content, false, location);
    }

    /// `value [AS name]`
    private ResTarget attribute() {
        int location = tokens.location();
        AstExpr value = grammar.expressions.expression();
        return new ResTarget(tokens.accept("as") ? tokens.label() : null, List.of(), value, location);
    }

    AstExpr forest(int location) {
        tokens.next();
        List<ResTarget> elements = grammar.clauses.parenthesized(this::attribute);
        return new XmlExpr(XmlKind.FOREST, null, elements, List.of(), false, location);
    }

    AstExpr exists(int location) {
        open();
        AstExpr path = grammar.primaries.primary();
        AstExpr document = passing();
        tokens.expect(")");
        return grammar.functions.sqlSyntax("xmlexists", List.of(path, document), location);
    }

    /// `PASSING [BY REF | BY VALUE] document [BY REF | BY VALUE]`, where the mechanism means nothing.
    AstExpr passing() {
        tokens.expect("passing");
        mechanism();
        AstExpr document = grammar.primaries.primary();
        mechanism();
        return document;
    }

    private void mechanism() {
        if (tokens.accept("by") && !tokens.accept("ref")) {
            tokens.expect("value");
        }
    }

    AstExpr parse(int location) {
        open();
        boolean document = document();
        AstExpr text = grammar.expressions.expression();
        boolean preserve = tokens.accept("preserve");
        if (preserve || tokens.accept("strip")) {
            tokens.expect("whitespace");
        }
        tokens.expect(")");
        return new XmlExpr(
                XmlKind.PARSE, null, List.of(), List.of(text, new BooleanConst(preserve, -1)), document, location);
    }

    private boolean document() {
        boolean document = tokens.accept("document");
        if (!document) {
            tokens.expect("content");
        }
        return document;
    }

    AstExpr processingInstruction(int location) {
        open();
        tokens.expect("name");
        String name = tokens.label();
        List<AstExpr> content = tokens.accept(",") ? List.of(grammar.expressions.expression()) : List.of();
        tokens.expect(")");
        return plain(XmlKind.PI, name, content, location);
    }

    AstExpr root(int location) {
        open();
        List<AstExpr> arguments = new ArrayList<>(3);
        arguments.add(grammar.expressions.expression());
        tokens.expect(",");
        tokens.expect("version");
        arguments.add(tokens.accept("no", "value") ? new NullConst(-1) : grammar.expressions.expression());
        arguments.add(new IntegerConst(tokens.accept(",") ? standalone() : 3, -1));
        tokens.expect(")");
        return plain(XmlKind.ROOT, null, List.copyOf(arguments), location);
    }

    private int standalone() {
        tokens.expect("standalone");
        if (tokens.accept("yes")) {
            return 0;
        }
        tokens.expect("no");
        return tokens.accept("value") ? 2 : 1;
    }

    AstExpr serialize(int location) {
        open();
        boolean document = document();
        AstExpr value = grammar.expressions.expression();
        tokens.expect("as");
        XmlSerialize call = new XmlSerialize(document, value, grammar.types.simple(), location);
        tokens.expect(")");
        return call;
    }
}
