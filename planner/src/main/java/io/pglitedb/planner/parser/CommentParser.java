package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.Comment;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.SecurityLabel;
import io.pglitedb.planner.ast.Statement;

/// COMMENT ON and SECURITY LABEL.
final class CommentParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    CommentParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement comment() {
        tokens.next();
        tokens.expect("on");
        ObjectReference object = grammar.references.object(grammar.references.kind());
        tokens.expect("is");
        return new Comment(object, textOrNull());
    }

    private String textOrNull() {
        return tokens.accept("null") ? null : tokens.expectString();
    }

    Statement securityLabel() {
        tokens.next();
        tokens.expect("label");
        String provider = null;
        if (tokens.accept("for")) {
            provider = grammar.settings.nonReservedWordOrString();
        }
        tokens.expect("on");
        Token first = tokens.peek();
        ObjectKind kind = grammar.references.kind();
        if (!mayBeLabelled(kind)) {
            throw tokens.error("syntax error", first);
        }
        ObjectReference object = grammar.references.object(kind);
        tokens.expect("is");
        return new SecurityLabel(object, provider, textOrNull());
    }

    private static boolean mayBeLabelled(ObjectKind kind) {
        return switch (kind) {
            case CONSTRAINT, POLICY, RULE, TRIGGER, OPERATOR, OPERATOR_CLASS, OPERATOR_FAMILY, CAST, TRANSFORM -> false;
            default -> true;
        };
    }
}
