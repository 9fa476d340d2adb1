package io.pglitedb.executor.command.replication;

import io.pglitedb.catalog.define.Subscriptions;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ReplicationStatement.AlterSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.ChangePublications;
import io.pglitedb.planner.ast.ReplicationStatement.CreateSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.DropSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.EnableSubscription;
import io.pglitedb.planner.ast.ReplicationStatement.RefreshPublication;
import io.pglitedb.planner.ast.ReplicationStatement.SetConnection;
import io.pglitedb.planner.ast.ReplicationStatement.SetSubscriptionOptions;
import io.pglitedb.planner.ast.ReplicationStatement.SkipTransaction;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// CREATE, ALTER and DROP SUBSCRIPTION. Source of rules and messages: PostgreSQL 15, `subscriptioncmds.c`.
final class SubscriptionChange {
    private static final int PG_LSN = 3220; // OID

    private final Definition definition;
    private final Subscriptions subscriptions;

    SubscriptionChange(Definition definition) {
        this.definition = definition;
        this.subscriptions = new Subscriptions(definition.writer());
    }

    void create(CreateSubscription statement) {
        SubscriptionOptions options = new SubscriptionOptions(statement.options(), SubscriptionOptions.OF_CREATE);
        options.requireConsistent();
        if (options.createsSlot()) {
            definition.backend().block().requireOutsideBlock("CREATE SUBSCRIPTION ... WITH (create_slot = true)");
        }
        if (!definition.isSuperuser()) {
            throw Denial.of("must be superuser to create subscriptions");
        }
        String name = statement.name();
        if (subscriptions.find(name) != null) {
            throw new PgException(SqlState.DUPLICATE_OBJECT, "subscription \"%s\" already exists".formatted(name));
        }
        ConnectionInfo.check(statement.connection());
        requireOnce(statement.publications());
        if (options.connects()) {
            throw PgException.notSupported("CREATE SUBSCRIPTION … WITH (connect = true)");
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("subenabled", false);
        columns.put("subbinary", false);
        columns.put("substream", false);
        columns.put("subdisableonerr", false);
        columns.put("subsynccommit", "off");
        columns.put("subtwophasestate", options.flag("two_phase", false) ? 'p' : 'd');
        columns.put("subslotname", slot(options, name));
        columns.putAll(options.columns());
        subscriptions.create(name, definition.owner(), statement.connection(), statement.publications(), columns);
        definition.warn(
                SqlState.WARNING,
                "tables were not subscribed, you will have to run ALTER SUBSCRIPTION ... REFRESH PUBLICATION to"
                        + " subscribe the tables");
    }

    private static String slot(SubscriptionOptions options, String otherwise) {
        return options.isWithoutSlot() ? null : options.has("slot_name") ? options.text("slot_name") : otherwise;
    }

    private static void requireOnce(List<String> publications) {
        Set<String> seen = new HashSet<>();
        for (String name : publications) {
            if (!seen.add(name)) {
                throw new PgException(
                        SqlState.DUPLICATE_OBJECT, "publication name \"%s\" used more than once".formatted(name));
            }
        }
    }

    void alter(AlterSubscription statement) {
        SystemRow subscription = subscriptions.find(statement.name());
        if (subscription == null) {
            throw missing(statement.name());
        }
        new Ownership(definition).require(ObjectAddress.of(ClassOid.SUBSCRIPTION, subscription.oid("oid")));
        switch (statement.change()) {
            case SetSubscriptionOptions(List<DefElem> options) -> set(subscription, options);
            case SetConnection(String connection) -> {
                ConnectionInfo.check(connection);
                subscriptions.update(subscription, Map.of("subconninfo", connection));
            }
            case EnableSubscription(boolean enabled) -> enable(subscription, enabled);
            case ChangePublications change -> publications(subscription, change);
            case RefreshPublication(List<DefElem> options) -> {
                new SubscriptionOptions(options, SubscriptionOptions.OF_REFRESH);
                requireEnabled(subscription);
            }
            case SkipTransaction(List<DefElem> options) -> skip(subscription, options);
        }
    }

    private static PgException missing(String name) {
        return new PgException(SqlState.UNDEFINED_OBJECT, "subscription \"%s\" does not exist".formatted(name));
    }

    private void set(SystemRow subscription, List<DefElem> definitions) {
        SubscriptionOptions options = new SubscriptionOptions(definitions, SubscriptionOptions.OF_SET);
        Map<String, Object> changes = new LinkedHashMap<>(options.columns());
        if (options.has("slot_name")) {
            changes.put("subslotname", slot(options, null));
        }
        subscriptions.update(subscription, changes);
    }

    private void enable(SystemRow subscription, boolean enabled) {
        if (!enabled) {
            return; // no subscription is enabled
        }
        if (subscription.isNull("subslotname")) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "cannot enable subscription that does not have a slot name");
        }
        throw PgException.notSupported("ALTER SUBSCRIPTION … ENABLE");
    }

    private static void requireEnabled(SystemRow subscription) {
        if (!subscription.flag("subenabled")) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "ALTER SUBSCRIPTION ... REFRESH is not allowed for disabled subscriptions");
        }
    }

    private void publications(SystemRow subscription, ChangePublications change) {
        SubscriptionOptions options = new SubscriptionOptions(change.options(), SubscriptionOptions.OF_PUBLICATIONS);
        List<String> after = merged(subscription, change);
        if (options.flag("refresh", true)) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "ALTER SUBSCRIPTION with refresh is not allowed for disabled subscriptions")
                    .hint("Use ALTER SUBSCRIPTION ... %s PUBLICATION ... WITH (refresh = false)."
                            .formatted(change.action()));
        }
        subscriptions.setPublications(subscription, after);
    }

    private static List<String> merged(SystemRow subscription, ChangePublications change) {
        requireOnce(change.publications());
        if (change.action() == DefElem.Action.SET) {
            return change.publications();
        }
        boolean adds = change.action() == DefElem.Action.ADD;
        List<String> all = new ArrayList<>(subscription.texts("subpublications"));
        for (String name : change.publications()) {
            if (all.contains(name) == adds) {
                throw new PgException(
                        adds ? SqlState.DUPLICATE_OBJECT : SqlState.UNDEFINED_OBJECT,
                        "publication \"%s\" is %s subscription \"%s\""
                                .formatted(name, adds ? "already in" : "not in", subscription.text("subname")));
            }
            if (adds) {
                all.add(name);
            } else {
                all.remove(name);
            }
        }
        if (all.isEmpty()) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "cannot drop all the publications from a subscription");
        }
        return all;
    }

    private void skip(SystemRow subscription, List<DefElem> definitions) {
        SubscriptionOptions options = new SubscriptionOptions(definitions, SubscriptionOptions.OF_SKIP);
        if (!definition.isSuperuser()) {
            throw Denial.of("must be superuser to skip transaction");
        }
        String text = options.text("lsn");
        long lsn = 0;
        if (!text.toLowerCase(Locale.ROOT).equals("none")) {
            lsn = (Long) BuiltinTypes.find(PG_LSN).parse(Utf8.of(text), -1, definition.session());
            if (lsn == 0) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE, "invalid WAL location (LSN): %s".formatted(text));
            }
        }
        subscriptions.update(subscription, Map.of("subskiplsn", lsn));
    }

    void drop(DropSubscription statement) {
        SystemRow subscription = subscriptions.find(statement.name());
        if (subscription == null) {
            PgException missing = missing(statement.name());
            if (!statement.ifExists()) {
                throw missing;
            }
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION, missing.report().message() + ", skipping");
            return;
        }
        ObjectAddress object = ObjectAddress.of(ClassOid.SUBSCRIPTION, subscription.oid("oid"));
        new Ownership(definition).require(object);
        if (!subscription.isNull("subslotname")) {
            definition.backend().block().requireOutsideBlock("DROP SUBSCRIPTION");
            throw PgException.notSupported("dropping a replication slot of another server")
                    .hint("Use ALTER SUBSCRIPTION ... SET (slot_name = NONE) to disassociate the subscription from"
                            + " the slot.");
        }
        new Drop(definition.writer(), definition.view(), definition.session()::report)
                .run(List.of(object), statement.cascade());
    }
}
