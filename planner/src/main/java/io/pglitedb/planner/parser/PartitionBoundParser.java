package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.TableStatement.DefaultBound;
import io.pglitedb.planner.ast.TableStatement.HashBound;
import io.pglitedb.planner.ast.TableStatement.ListBound;
import io.pglitedb.planner.ast.TableStatement.PartitionBound;
import io.pglitedb.planner.ast.TableStatement.RangeBound;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// `FOR VALUES …` and `DEFAULT` of a partition.
final class PartitionBoundParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    PartitionBoundParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    PartitionBound bound() {
        int location = tokens.location();
        if (tokens.accept("default")) {
            return new DefaultBound(location);
        }
        tokens.expect("for");
        tokens.expect("values");
        int values = tokens.location();
        if (tokens.accept("in")) {
            return new ListBound(expressions(), values);
        }
        if (tokens.accept("from")) {
            List<AstExpr> from = expressions();
            tokens.expect("to");
            return new RangeBound(from, expressions(), values);
        }
        tokens.expect("with");
        return hash(values);
    }

    private List<AstExpr> expressions() {
        tokens.expect("(");
        List<AstExpr> expressions = grammar.expressions.expressionList();
        tokens.expect(")");
        return expressions;
    }

    private record HashOption(String name, int value, int location) {}

    private HashBound hash(int location) {
        List<HashOption> options = grammar.clauses.parenthesized(() -> {
            int here = tokens.location();
            String name = grammar.settings.nonReservedWord();
            return new HashOption(name, tokens.expectInteger(), here);
        });
        int modulus = -1;
        int remainder = -1;
        for (HashOption option : options) {
            switch (option.name()) {
                case "modulus" -> modulus = once(option, modulus);
                case "remainder" -> remainder = once(option, remainder);
                default ->
                    throw tokens.errorAt(
                            SqlState.SYNTAX_ERROR,
                            "unrecognized hash partition bound specification \"" + option.name() + "\"",
                            option.location());
            }
        }
        if (modulus < 0 || remainder < 0) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    (modulus < 0 ? "modulus" : "remainder") + " for hash partition must be specified");
        }
        return new HashBound(modulus, remainder, location);
    }

    private int once(HashOption option, int valueBefore) {
        if (valueBefore >= 0) {
            throw tokens.errorAt(
                    SqlState.DUPLICATE_OBJECT,
                    option.name() + " for hash partition provided more than once",
                    option.location());
        }
        return option.value();
    }
}
