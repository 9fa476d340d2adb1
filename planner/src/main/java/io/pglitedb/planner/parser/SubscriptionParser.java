package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ReplicationStatement.AlterSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.ChangePublications;
import io.pglitedb.planner.ast.ReplicationStatement.CreateSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.DropSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.EnableSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.RefreshPublication;
import io.pglitedb.planner.ast.ReplicationStatement.SetConnection;
import io.pglitedb.planner.ast.ReplicationStatement.SetSubscriptionOptions;
import io.pglitedb.planner.ast.ReplicationStatement.SkipTransaction;
import io.pglitedb.planner.ast.ReplicationStatement.SubscriptionChange;
import io.pglitedb.planner.ast.Statement;
import java.util.List;

/// Subscriptions.
final class SubscriptionParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    SubscriptionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at SUBSCRIPTION.
    Statement create() {
        tokens.next();
        String name = tokens.columnName();
        tokens.expect("connection");
        String connection = tokens.expectString();
        tokens.expect("publication");
        List<String> publications = grammar.names.columnList();
        return new CreateSubscription(name, connection, publications, grammar.definitions.optionalDefinition());
    }

    /// Behind ALTER SUBSCRIPTION.
    Statement alter() {
        String name = tokens.columnName();
        SubscriptionChange change = change();
        return change == null
                ? grammar.alters.change(new Named(ObjectKind.SUBSCRIPTION, List.of(name)))
                : new AlterSubscription(name, change);
    }

    /// Null, and nothing read, at what every object has.
    private SubscriptionChange change() {
        switch (tokens.word()) {
            case "connection" -> {
                tokens.next();
                return new SetConnection(tokens.expectString());
            }
            case "refresh" -> {
                tokens.next();
                tokens.expect("publication");
                return new RefreshPublication(grammar.definitions.optionalDefinition());
            }
            case "set", "add", "drop" -> {
                DefElem.Action action = grammar.definitions.action();
                if (action == DefElem.Action.SET && tokens.at("(")) {
                    return new SetSubscriptionOptions(grammar.definitions.definition());
                }
                tokens.expect("publication");
                List<String> publications = grammar.names.columnList();
                return new ChangePublications(action, publications, grammar.definitions.optionalDefinition());
            }
            case "enable", "disable" -> {
                return new EnableSubscription(tokens.next().is("enable"));
            }
            case "skip" -> {
                tokens.next();
                return new SkipTransaction(grammar.definitions.definition());
            }
            default -> {
                return null;
            }
        }
    }

    /// Behind DROP SUBSCRIPTION.
    Statement drop() {
        boolean ifExists = grammar.clauses.ifExists();
        String name = tokens.columnName();
        return new DropSubscription(name, ifExists, grammar.clauses.cascade());
    }
}
