package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.xml.XmlNames;
import java.util.ArrayList;
import java.util.List;

/// XMLELEMENT and its kin. Source: PostgreSQL's transformXmlExpr and transformXmlSerialize.
final class XmlExpressions {
    private XmlExpressions() {}

    static Expr analyze(ParseState state, AstExpr.XmlExpr raw) {
        List<String> names = new ArrayList<>();
        List<Expr> named = new ArrayList<>();
        for (ResTarget target : raw.namedArguments()) {
            named.add(ExpressionAnalyzer.analyze(state, target.value()));
            String name = name(raw.kind(), target);
            if (raw.kind() == AstExpr.XmlKind.ELEMENT && names.contains(name)) {
                throw syntaxError("XML attribute name \"" + name + "\" appears more than once", target);
            }
            names.add(name);
        }
        List<Expr> arguments = new ArrayList<>();
        for (AstExpr argument : raw.arguments()) {
            Expr analyzed = ExpressionAnalyzer.analyze(state, argument);
            arguments.add(coerced(state, raw.kind(), arguments.size(), analyzed));
        }
        return new Expr.Xml(
                Expr.XmlKind.valueOf(raw.kind().name()),
                raw.name() == null ? null : XmlNames.ofIdentifier(raw.name(), false, false),
                names,
                named,
                arguments,
                raw.document(),
                raw.kind() == AstExpr.XmlKind.DOCUMENT ? BOOL : XML,
                NONE,
                -1,
                Origin.at(raw.location()));
    }

    private static String name(AstExpr.XmlKind kind, ResTarget target) {
        if (target.name() != null) {
            return XmlNames.ofIdentifier(target.name(), false, false);
        }
        if (target.value() instanceof AstExpr.ColumnRef) {
            return XmlNames.ofIdentifier(ColumnNames.of(target.value()), true, false);
        }
        throw syntaxError(
                kind == AstExpr.XmlKind.ELEMENT
                        ? "unnamed XML attribute value must be a column reference"
                        : "unnamed XML element value must be a column reference",
                target);
    }

    private static PgException syntaxError(String message, ResTarget target) {
        return new PgException(SqlState.SYNTAX_ERROR, message).at(target.location() + 1);
    }

    /// The contents of an element may have any type.
    private static Expr coerced(ParseState state, AstExpr.XmlKind kind, int index, Expr argument) {
        return switch (kind) {
            case ELEMENT -> argument;
            case CONCAT -> Coercion.toSpecific(state, argument, XML, -1, "XMLCONCAT");
            case FOREST -> Coercion.toSpecific(state, argument, XML, -1, "XMLFOREST");
            case PARSE -> Coercion.toSpecific(state, argument, index == 0 ? TEXT : BOOL, -1, "XMLPARSE");
            case PI -> Coercion.toSpecific(state, argument, TEXT, -1, "XMLPI");
            case ROOT ->
                Coercion.toSpecific(state, argument, index == 0 ? XML : index == 1 ? TEXT : INT4, -1, "XMLROOT");
            case DOCUMENT -> Coercion.toSpecific(state, argument, XML, -1, "IS DOCUMENT");
        };
    }

    /// To text, and from there to anything that text becomes by itself.
    static Expr analyze(ParseState state, AstExpr.XmlSerialize raw) {
        Expr argument =
                Coercion.toSpecific(state, ExpressionAnalyzer.analyze(state, raw.argument()), XML, -1, "XMLSERIALIZE");
        SqlType target = TypeNames.resolve(state, raw.type());
        Expr text = new Expr.Xml(
                Expr.XmlKind.SERIALIZE,
                null,
                List.of(),
                List.of(),
                List.of(argument),
                raw.document(),
                TEXT,
                target.oid(),
                target.typmod(),
                Origin.at(raw.location()));
        Expr result =
                Coercion.toTarget(state, text, target.oid(), target.typmod(), Context.IMPLICIT, Form.IMPLICIT_CAST, -1);
        if (result == null) {
            throw new PgException(
                            SqlState.CANNOT_COERCE,
                            "cannot cast XMLSERIALIZE result to "
                                    + state.types().name(target.oid()))
                    .at(raw.location() + 1);
        }
        return result;
    }
}
