package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefinitionStatement.AlterStatistics;
import io.pglitedb.planner.ast.DefinitionStatement.CopyCollation;
import io.pglitedb.planner.ast.DefinitionStatement.CreateAccessMethod;
import io.pglitedb.planner.ast.DefinitionStatement.CreateCollation;
import io.pglitedb.planner.ast.DefinitionStatement.CreateConversion;
import io.pglitedb.planner.ast.DefinitionStatement.CreateStatistics;
import io.pglitedb.planner.ast.DefinitionStatement.RefreshCollation;
import io.pglitedb.planner.ast.DefinitionStatement.StatisticsElement;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Collations, conversions, extended statistics, access methods, and assertions, which PostgreSQL only reads.
final class DefinitionParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    DefinitionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at COLLATION.
    Statement createCollation() {
        tokens.next();
        boolean ifNotExists = grammar.clauses.ifNotExists();
        List<String> name = grammar.names.anyName();
        return tokens.accept("from")
                ? new CopyCollation(name, ifNotExists, grammar.names.anyName())
                : new CreateCollation(name, ifNotExists, grammar.definitions.definition());
    }

    /// Behind ALTER COLLATION.
    Statement alterCollation() {
        List<String> name = grammar.names.anyName();
        if (!tokens.accept("refresh")) {
            return grammar.alters.change(new Named(ObjectKind.COLLATION, name));
        }
        tokens.expect("version");
        return new RefreshCollation(name);
    }

    /// Behind CREATE, at [DEFAULT] CONVERSION.
    Statement createConversion() {
        boolean isDefault = tokens.accept("default");
        tokens.expect("conversion");
        List<String> name = grammar.names.anyName();
        tokens.expect("for");
        String from = tokens.expectString();
        tokens.expect("to");
        String to = tokens.expectString();
        tokens.expect("from");
        return new CreateConversion(name, isDefault, from, to, grammar.names.anyName());
    }

    /// Behind CREATE, at STATISTICS.
    Statement createStatistics() {
        tokens.next();
        boolean ifNotExists = grammar.clauses.ifNotExists();
        List<String> name = grammar.names.anyName();
        List<String> kinds = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        tokens.expect("on");
        List<StatisticsElement> elements = grammar.clauses.list(this::statisticsElement);
        tokens.expect("from");
        return new CreateStatistics(name, ifNotExists, kinds, elements, grammar.from.fromList());
    }

    private StatisticsElement statisticsElement() {
        if (tokens.accept("(")) {
            AstExpr expression = grammar.expressions.expression();
            tokens.expect(")");
            return new StatisticsElement(null, expression);
        }
        AstExpr call = grammar.from.callOrNull();
        return new StatisticsElement(call == null ? tokens.columnName() : null, call);
    }

    /// Behind ALTER STATISTICS.
    Statement alterStatistics() {
        boolean ifExists = grammar.clauses.ifExists();
        List<String> name = grammar.names.anyName();
        if (!ifExists && !tokens.at("set", "statistics")) {
            return grammar.alters.change(new Named(ObjectKind.STATISTICS, name));
        }
        tokens.expect("set");
        tokens.expect("statistics");
        return new AlterStatistics(name, ifExists, grammar.primaries.signedInteger());
    }

    /// Behind CREATE, at ACCESS.
    Statement createAccessMethod() {
        tokens.next();
        tokens.expect("method");
        String name = tokens.columnName();
        tokens.expect("type");
        boolean table = tokens.accept("table");
        if (!table) {
            tokens.expect("index");
        }
        tokens.expect("handler");
        return new CreateAccessMethod(name, table, grammar.names.anyName());
    }

    /// Behind CREATE, at ASSERTION.
    Statement createAssertion() {
        tokens.next();
        grammar.names.anyName();
        tokens.expect("check");
        tokens.expect("(");
        grammar.expressions.expression();
        tokens.expect(")");
        grammar.constraints.attributes("ASSERTION", true, true, true);
        throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "CREATE ASSERTION is not yet implemented");
    }
}
