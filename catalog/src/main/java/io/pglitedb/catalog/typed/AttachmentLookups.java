package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.PolicyDef;
import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.StatisticDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What hangs on a table: rules, triggers, policies, publications, statistics, comments.
final class AttachmentLookups {
    private static final SystemIndex RULE = SystemTables.index("pg_rewrite_rel_rulename_index");
    private static final SystemIndex RULE_OID = SystemTables.index("pg_rewrite_oid_index");
    private static final SystemIndex TRIGGER = SystemTables.index("pg_trigger_tgrelid_tgname_index");
    private static final SystemIndex POLICY = SystemTables.index("pg_policy_polrelid_polname_index");
    private static final SystemIndex STATISTIC = SystemTables.index("pg_statistic_relid_att_inh_index");
    private static final SystemIndex DESCRIPTION = SystemTables.index("pg_description_o_c_o_index");
    private static final SystemIndex SHARED_DESCRIPTION = SystemTables.index("pg_shdescription_o_c_index");
    private static final SystemTable PUBLICATION = SystemTables.table("pg_publication");
    private static final int STATISTIC_SLOTS = 5;

    /// @param subId column number, 0 for the object itself
    record CommentKey(int classOid, int oid, int subId) {}

    static final Lookup<Integer, List<RuleDef>> RULES = Lookup.of(
            (reader, table) -> reader.rows(RULE, table).stream()
                    .map(AttachmentLookups::rule)
                    .toList(),
            "pg_rewrite");
    static final Lookup<Integer, RuleDef> RULE_BY_OID = Lookup.of(
            (reader, oid) -> {
                SystemRow row = reader.row(RULE_OID, oid);
                return row == null ? null : rule(row);
            },
            "pg_rewrite");
    static final Lookup<Integer, List<TriggerDef>> TRIGGERS = Lookup.of(
            (reader, table) -> reader.rows(TRIGGER, table).stream()
                    .map(AttachmentLookups::trigger)
                    .toList(),
            "pg_trigger");
    static final Lookup<Integer, List<PolicyDef>> POLICIES = Lookup.of(
            (reader, table) -> reader.rows(POLICY, table).stream()
                    .map(AttachmentLookups::policy)
                    .toList(),
            "pg_policy");
    static final Lookup<Integer, List<StatisticDef>> STATISTICS = Lookup.of(
            (reader, table) -> reader.rows(STATISTIC, table).stream()
                    .map(AttachmentLookups::statistic)
                    .toList(),
            "pg_statistic");
    static final Lookup<Boolean, Boolean> PUBLICATIONS =
            Lookup.of((reader, _) -> !reader.scan(PUBLICATION).isEmpty(), "pg_publication");
    static final Lookup<CommentKey, String> COMMENT = Lookup.of(
            (reader, key) -> {
                SystemRow row = SystemTables.find(key.classOid).isShared()
                        ? reader.row(SHARED_DESCRIPTION, key.oid, key.classOid)
                        : reader.row(DESCRIPTION, key.oid, key.classOid, key.subId);
                return row == null ? null : row.text("description");
            },
            "pg_description",
            "pg_shdescription");

    private AttachmentLookups() {}

    private static RuleDef rule(SystemRow row) {
        return new RuleDef(
                row.oid("oid"),
                row.text("rulename"),
                row.oid("ev_class"),
                row.letter("ev_type"),
                row.letter("ev_enabled"),
                row.flag("is_instead"),
                row.text("ev_qual"),
                row.text("ev_action"));
    }

    private static TriggerDef trigger(SystemRow row) {
        return new TriggerDef(
                row.oid("oid"),
                row.oid("tgrelid"),
                row.oid("tgparentid"),
                row.text("tgname"),
                row.oid("tgfoid"),
                row.integer("tgtype"),
                row.letter("tgenabled"),
                row.flag("tgisinternal"),
                row.oid("tgconstrrelid"),
                row.oid("tgconstrindid"),
                row.oid("tgconstraint"),
                row.flag("tgdeferrable"),
                row.flag("tginitdeferred"),
                row.integers("tgattr"),
                arguments((Bytes) row.value("tgargs")),
                row.optional("tgqual"),
                row.optional("tgoldtable"),
                row.optional("tgnewtable"));
    }

    /// Each ends with a zero byte.
    private static List<String> arguments(Bytes bytes) {
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }

    private static PolicyDef policy(SystemRow row) {
        return new PolicyDef(
                row.oid("oid"),
                row.text("polname"),
                row.oid("polrelid"),
                row.letter("polcmd"),
                row.flag("polpermissive"),
                row.integers("polroles"),
                row.optional("polqual"),
                row.optional("polwithcheck"));
    }

    private static StatisticDef statistic(SystemRow row) {
        List<StatisticDef.Slot> slots = new ArrayList<>();
        for (int slot = 1; slot <= STATISTIC_SLOTS; slot++) {
            if (row.integer("stakind" + slot) != 0) {
                slots.add(new StatisticDef.Slot(
                        row.integer("stakind" + slot),
                        row.oid("staop" + slot),
                        row.oid("stacoll" + slot),
                        row.array("stanumbers" + slot),
                        row.array("stavalues" + slot)));
            }
        }
        return new StatisticDef(
                row.oid("starelid"),
                row.integer("staattnum"),
                row.flag("stainherit"),
                row.number("stanullfrac"),
                row.integer("stawidth"),
                row.number("stadistinct"),
                slots);
    }
}
