package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RangeVar.Persistence;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateIndex;
import io.pglitedb.planner.ast.TableStatement.CreateSequence;
import java.util.List;

/// CREATE INDEX and CREATE SEQUENCE.
final class RelationParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    RelationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At CREATE.
    Statement createIndex() {
        tokens.expect("create");
        boolean unique = tokens.accept("unique");
        tokens.expect("index");
        boolean concurrently = tokens.accept("concurrently");
        boolean ifNotExists = grammar.clauses.ifNotExists();
        String name = ifNotExists || !tokens.at("on") ? tokens.columnName() : null;
        tokens.expect("on");
        RangeVar relation = grammar.names.relation();
        String method = tokens.accept("using") ? tokens.columnName() : "btree";
        List<IndexElement> elements = elements();
        List<IndexElement> including = tokens.accept("include") ? elements() : List.of();
        boolean nullsNotDistinct = false;
        if (tokens.accept("nulls")) {
            nullsNotDistinct = tokens.accept("not");
            tokens.expect("distinct");
        }
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        String tablespace = tokens.accept("tablespace") ? tokens.columnName() : null;
        AstExpr where = tokens.accept("where") ? grammar.expressions.expression() : null;
        return new CreateIndex(
                name,
                relation,
                unique,
                concurrently,
                ifNotExists,
                method,
                elements,
                including,
                nullsNotDistinct,
                options,
                tablespace,
                where);
    }

    private List<IndexElement> elements() {
        return grammar.clauses.parenthesized(grammar.modifications::indexElement);
    }

    /// At CREATE.
    Statement createSequence() {
        tokens.expect("create");
        Persistence persistence = grammar.clauses.persistence();
        tokens.expect("sequence");
        boolean ifNotExists = grammar.clauses.ifNotExists();
        RangeVar sequence = grammar.names.qualifiedName().withPersistence(persistence);
        return new CreateSequence(sequence, ifNotExists, grammar.definitions.sequence());
    }
}
