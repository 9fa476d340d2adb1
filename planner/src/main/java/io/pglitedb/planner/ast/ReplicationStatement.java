package io.pglitedb.planner.ast;

import java.util.List;

/// Statements about publications and subscriptions.
public sealed interface ReplicationStatement extends Statement {
    sealed interface PublishedObject {}

    /// `columns` empty for all; `where` null when absent.
    record PublishedTable(RangeVar relation, List<String> columns, AstExpr where) implements PublishedObject {}

    record PublishedSchema(String name, int location) implements PublishedObject {}

    record PublishedCurrentSchema(int location) implements PublishedObject {}

    record CreatePublication(String name, boolean allTables, List<PublishedObject> objects, List<DefElem> options)
            implements ReplicationStatement {}

    /// ALTER PUBLICATION … SET (…)
    record AlterPublicationOptions(String name, List<DefElem> options) implements ReplicationStatement {}

    /// ALTER PUBLICATION … ADD, SET or DROP
    record AlterPublicationObjects(String name, DefElem.Action action, List<PublishedObject> objects)
            implements ReplicationStatement {}

    record CreateSubscription(String name, String connection, List<String> publications, List<DefElem> options)
            implements ReplicationStatement {}

    record AlterSubscription(String name, SubscriptionChange change) implements ReplicationStatement {}

    record DropSubscription(String name, boolean ifExists, boolean cascade) implements ReplicationStatement {}

    sealed interface SubscriptionChange {}

    record SetSubscriptionOptions(List<DefElem> options) implements SubscriptionChange {}

    record SetConnection(String connection) implements SubscriptionChange {}

    record RefreshPublication(List<DefElem> options) implements SubscriptionChange {}

    /// ADD, DROP or SET PUBLICATION
    record ChangePublications(DefElem.Action action, List<String> publications, List<DefElem> options)
            implements SubscriptionChange {}

    record EnableSubscription(boolean enabled) implements SubscriptionChange {}

    /// SKIP (…)
    record SkipTransaction(List<DefElem> options) implements SubscriptionChange {}
}
