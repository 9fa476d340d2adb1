package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.FunctionStatement.CastContext;
import io.pglitedb.planner.ast.FunctionStatement.CastMethod;
import io.pglitedb.planner.ast.FunctionStatement.CreateCast;
import io.pglitedb.planner.ast.FunctionStatement.CreateLanguage;
import io.pglitedb.planner.ast.FunctionStatement.CreateTransform;
import io.pglitedb.planner.ast.RoutineSignature;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import java.util.List;

/// CREATE of what ties functions to types and languages: casts, transforms, procedural languages.
final class CastParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    CastParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at CAST.
    Statement createCast() {
        tokens.next();
        tokens.expect("(");
        TypeName source = grammar.types.typeName();
        tokens.expect("as");
        TypeName target = grammar.types.typeName();
        tokens.expect(")");
        if (tokens.accept("without")) {
            tokens.expect("function");
            return new CreateCast(source, target, CastMethod.BINARY, null, context());
        }
        tokens.expect("with");
        if (tokens.accept("inout")) {
            return new CreateCast(source, target, CastMethod.INOUT, null, context());
        }
        tokens.expect("function");
        RoutineSignature function = grammar.signatures.routine();
        return new CreateCast(source, target, CastMethod.FUNCTION, function, context());
    }

    private CastContext context() {
        if (!tokens.accept("as")) {
            return CastContext.EXPLICIT;
        }
        if (tokens.accept("implicit")) {
            return CastContext.IMPLICIT;
        }
        tokens.expect("assignment");
        return CastContext.ASSIGNMENT;
    }

    /// At CREATE [OR REPLACE] TRANSFORM.
    Statement createTransform() {
        tokens.expect("create");
        boolean replace = grammar.clauses.orReplace();
        tokens.expect("transform");
        tokens.expect("for");
        TypeName type = grammar.types.typeName();
        tokens.expect("language");
        String language = tokens.columnName();
        tokens.expect("(");
        boolean fromFirst = tokens.at("from");
        RoutineSignature first = transformFunction(fromFirst);
        RoutineSignature second = tokens.accept(",") ? transformFunction(!fromFirst) : null;
        tokens.expect(")");
        return new CreateTransform(replace, type, language, fromFirst ? first : second, fromFirst ? second : first);
    }

    private RoutineSignature transformFunction(boolean from) {
        tokens.expect(from ? "from" : "to");
        tokens.expect("sql");
        tokens.expect("with");
        tokens.expect("function");
        return grammar.signatures.routine();
    }

    /// At CREATE [OR REPLACE] [TRUSTED] [PROCEDURAL] LANGUAGE.
    Statement createLanguage() {
        tokens.expect("create");
        boolean replace = grammar.clauses.orReplace();
        boolean trusted = tokens.accept("trusted");
        tokens.accept("procedural");
        tokens.expect("language");
        String name = tokens.columnName();
        if (!tokens.accept("handler")) {
            return new CreateLanguage(replace, trusted, name, List.of(), List.of(), List.of());
        }
        List<String> handler = grammar.names.anyName();
        List<String> inline = tokens.accept("inline") ? grammar.names.anyName() : List.of();
        List<String> validator = List.of();
        if (tokens.accept("validator")) {
            validator = grammar.names.anyName();
        } else if (tokens.accept("no")) {
            tokens.expect("validator");
        }
        return new CreateLanguage(replace, trusted, name, handler, inline, validator);
    }
}
