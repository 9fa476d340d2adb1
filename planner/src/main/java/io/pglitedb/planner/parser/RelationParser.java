package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RangeVar.Persistence;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateIndex;
import io.pglitedb.planner.ast.TableStatement.CreateSequence;
import java.util.ArrayList;
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
    boolean atCreateIndex() {
        return tokens.peek(1).is("index") || tokens.peek(1).is("unique");
    }

    Statement createIndex() {
        tokens.expect("create");
        boolean unique = tokens.accept("unique");
        tokens.expect("index");
        boolean concurrently = tokens.accept("concurrently");
        boolean ifNotExists = ifNotExists();
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
        tokens.expect("(");
        List<IndexElement> elements = new ArrayList<>();
        do {
            elements.add(grammar.modifications.indexElement());
        } while (tokens.accept(","));
        tokens.expect(")");
        return List.copyOf(elements);
    }

    /// At CREATE.
    boolean atCreateSequence() {
        Token word = tokens.peek(1);
        boolean temporary = word.is("temporary") || word.is("temp") || word.is("unlogged");
        return tokens.peek(temporary ? 2 : 1).is("sequence");
    }

    Statement createSequence() {
        tokens.expect("create");
        Persistence persistence = Persistence.PERMANENT;
        if (tokens.accept("temporary") || tokens.accept("temp")) {
            persistence = Persistence.TEMPORARY;
        } else if (tokens.accept("unlogged")) {
            persistence = Persistence.UNLOGGED;
        }
        tokens.expect("sequence");
        boolean ifNotExists = ifNotExists();
        RangeVar sequence = grammar.names.qualifiedName().withPersistence(persistence);
        return new CreateSequence(sequence, ifNotExists, grammar.definitions.sequence());
    }

    private boolean ifNotExists() {
        if (!tokens.accept("if", "not")) {
            return false;
        }
        tokens.expect("exists");
        return true;
    }
}
