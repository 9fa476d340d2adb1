package io.pglitedb.executor.command.replication;

import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.executor.command.definition.Options;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// WITH (…) of a subscription. Source of rules and messages: PostgreSQL 15, `parse_subscription_options`.
final class SubscriptionOptions {
    static final Set<String> OF_CREATE = Set.of(
            "connect",
            "enabled",
            "create_slot",
            "slot_name",
            "copy_data",
            "synchronous_commit",
            "binary",
            "streaming",
            "two_phase",
            "disable_on_error");
    static final Set<String> OF_SET =
            Set.of("slot_name", "synchronous_commit", "binary", "streaming", "disable_on_error");
    static final Set<String> OF_PUBLICATIONS = Set.of("copy_data", "refresh");
    static final Set<String> OF_REFRESH = Set.of("copy_data");
    static final Set<String> OF_SKIP = Set.of("lsn");

    private static final int NAME_MAX = 63; // bytes

    private final Options options;

    SubscriptionOptions(List<DefElem> definition, Set<String> known) {
        PublicationOptions.requireOnce(definition);
        options = new Options(definition, known, element -> {
            throw new PgException(
                    SqlState.SYNTAX_ERROR, "unrecognized subscription parameter: \"%s\"".formatted(element.name()));
        });
        for (String flag : List.of(
                "connect",
                "enabled",
                "create_slot",
                "copy_data",
                "binary",
                "streaming",
                "two_phase",
                "disable_on_error",
                "refresh")) {
            options.flag(flag, true);
        }
        if (options.has("slot_name") && !"none".equals(options.text("slot_name"))) {
            requireSlotName(options.text("slot_name"));
        }
        if (options.has("synchronous_commit")) {
            Settings.get("synchronous_commit").parse("synchronous_commit", options.text("synchronous_commit"));
        }
    }

    private static void requireSlotName(String name) {
        if (name.isEmpty()) {
            throw new PgException(SqlState.INVALID_NAME, "replication slot name \"%s\" is too short".formatted(name));
        }
        if (name.length() > NAME_MAX) {
            throw new PgException(SqlState.NAME_TOO_LONG, "replication slot name \"%s\" is too long".formatted(name));
        }
        if (!name.matches("[a-z0-9_]*")) {
            throw new PgException(
                            SqlState.INVALID_NAME,
                            "replication slot name \"%s\" contains invalid character".formatted(name))
                    .hint("Replication slot names may only contain lower case letters, numbers, and the underscore"
                            + " character.");
        }
    }

    boolean has(String name) {
        return options.has(name);
    }

    boolean flag(String name, boolean otherwise) {
        return options.flag(name, otherwise);
    }

    String text(String name) {
        return options.text(name);
    }

    /// Whether `slot_name = NONE` is given.
    boolean isWithoutSlot() {
        return options.has("slot_name") && "none".equals(options.text("slot_name"));
    }

    boolean connects() {
        return flag("connect", true);
    }

    boolean createsSlot() {
        return flag("create_slot", connects());
    }

    boolean isEnabled() {
        return flag("enabled", connects());
    }

    /// 42601 for options of CREATE that contradict each other.
    void requireConsistent() {
        if (!connects()) {
            for (String name : List.of("enabled", "create_slot", "copy_data")) {
                if (flag(name, false)) {
                    throw exclusive("connect = false", name);
                }
            }
        }
        if (isWithoutSlot()) {
            for (String name : List.of("enabled", "create_slot")) {
                if (flag(name, connects())) {
                    throw has(name)
                            ? exclusive("slot_name = NONE", name)
                            : new PgException(
                                    SqlState.SYNTAX_ERROR,
                                    "subscription with slot_name = NONE must also set %s = false".formatted(name));
                }
            }
        }
    }

    private static PgException exclusive(String one, String other) {
        return new PgException(
                SqlState.SYNTAX_ERROR, "%s and %s = true are mutually exclusive options".formatted(one, other));
    }

    /// Columns of pg_subscription that are given, but for the slot's name.
    Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (var column : Map.of("binary", "subbinary", "streaming", "substream", "disable_on_error", "subdisableonerr")
                .entrySet()) {
            if (has(column.getKey())) {
                columns.put(column.getValue(), flag(column.getKey(), false));
            }
        }
        if (has("synchronous_commit")) {
            columns.put("subsynccommit", text("synchronous_commit"));
        }
        return columns;
    }
}
