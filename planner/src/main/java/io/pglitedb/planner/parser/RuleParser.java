package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ObjectReference.OnRelation;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.Rename;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TriggerStatement.AlterPolicy;
import io.pglitedb.planner.ast.TriggerStatement.CreatePolicy;
import io.pglitedb.planner.ast.TriggerStatement.CreateRule;
import io.pglitedb.planner.ast.TriggerStatement.PolicyCommand;
import io.pglitedb.planner.ast.TriggerStatement.RuleEvent;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rules and row security policies.
final class RuleParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    RuleParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At CREATE [OR REPLACE] RULE.
    Statement createRule() {
        tokens.expect("create");
        boolean replace = grammar.clauses.orReplace();
        tokens.expect("rule");
        String name = tokens.columnName();
        tokens.expect("as");
        tokens.expect("on");
        RuleEvent event = event();
        tokens.expect("to");
        RangeVar relation = grammar.names.qualifiedName();
        AstExpr where = tokens.accept("where") ? grammar.expressions.expression() : null;
        tokens.expect("do");
        boolean instead = tokens.accept("instead");
        if (!instead) {
            tokens.accept("also");
        }
        return new CreateRule(replace, name, event, relation, where, instead, actions());
    }

    private RuleEvent event() {
        switch (tokens.word()) {
            case "select", "update", "delete", "insert" -> {
                return RuleEvent.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
            }
            default -> throw tokens.syntaxError();
        }
    }

    private List<Statement> actions() {
        if (tokens.accept("nothing")) {
            return List.of();
        }
        if (!tokens.at("(")) {
            return List.of(action());
        }
        // One parenthesized query is a query, which UNION … may follow; otherwise the parentheses hold the list.
        if (grammar.selects.mayStartHere()) {
            return tokens.either(() -> List.of(grammar.selects.query()), this::parenthesizedActions);
        }
        return parenthesizedActions();
    }

    private List<Statement> parenthesizedActions() {
        tokens.expect("(");
        List<Statement> actions = new ArrayList<>();
        do {
            if (!tokens.at(";") && !tokens.at(")")) {
                actions.add(action());
            }
        } while (tokens.accept(";"));
        tokens.expect(")");
        return List.copyOf(actions);
    }

    private Statement action() {
        return switch (tokens.word()) {
            case "notify" -> grammar.maintenance.notification();
            case "select", "values", "table", "with", "insert", "update", "delete" ->
                grammar.modifications.preparable();
            default -> {
                if (!tokens.at("(")) {
                    throw tokens.syntaxError();
                }
                yield grammar.selects.query();
            }
        };
    }

    /// Behind CREATE, at POLICY.
    Statement createPolicy() {
        tokens.next();
        String name = tokens.columnName();
        tokens.expect("on");
        RangeVar relation = grammar.names.qualifiedName();
        boolean permissive = !tokens.accept("as") || permissive();
        PolicyCommand command = tokens.accept("for") ? command() : PolicyCommand.ALL;
        List<RoleSpec> roles =
                tokens.accept("to") ? grammar.roles.roles() : List.of(new RoleSpec(RoleSpec.Kind.PUBLIC, null, -1));
        AstExpr using = using();
        return new CreatePolicy(name, relation, permissive, command, roles, using, check());
    }

    private boolean permissive() {
        Token word = tokens.peek();
        if (!tokens.at(Kind.IDENTIFIER)) {
            throw tokens.syntaxError();
        }
        tokens.next();
        return switch (word.text()) {
            case "permissive" -> true;
            case "restrictive" -> false;
            default ->
                throw tokens.errorAt(
                                SqlState.SYNTAX_ERROR,
                                "unrecognized row security option \"" + word.text() + "\"",
                                word.start())
                        .hint("Only PERMISSIVE or RESTRICTIVE policies are supported currently.");
        };
    }

    private PolicyCommand command() {
        switch (tokens.word()) {
            case "all", "select", "insert", "update", "delete" -> {
                return PolicyCommand.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
            }
            default -> throw tokens.syntaxError();
        }
    }

    private AstExpr using() {
        return tokens.accept("using") ? condition() : null;
    }

    private AstExpr check() {
        if (!tokens.accept("with")) {
            return null;
        }
        tokens.expect("check");
        return condition();
    }

    private AstExpr condition() {
        tokens.expect("(");
        AstExpr condition = grammar.expressions.expression();
        tokens.expect(")");
        return condition;
    }

    /// Behind ALTER POLICY.
    Statement alterPolicy() {
        boolean ifExists = grammar.clauses.ifExists();
        String name = tokens.columnName();
        tokens.expect("on");
        RangeVar relation = grammar.names.qualifiedName();
        if (ifExists || tokens.at("rename")) {
            tokens.expect("rename");
            tokens.expect("to");
            OnRelation policy = new OnRelation(ObjectKind.POLICY, name, ReferenceParser.parts(relation));
            return new Rename(policy, ifExists, tokens.columnName());
        }
        List<RoleSpec> roles = tokens.accept("to") ? grammar.roles.roles() : List.of();
        AstExpr using = using();
        return new AlterPolicy(name, relation, roles, using, check());
    }
}
