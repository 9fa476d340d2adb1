package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// Renames what belongs to a relation and has a name there only: triggers, rules, policies. Source of the
/// messages: PostgreSQL 15, `renametrig`, `RenameRewriteRule`, `rename_policy`.
public final class AttachedNames {
    private record Kind(String noun, String index, String relation, String name, String preposition) {}

    private final CatalogWriter writer;

    public AttachedNames(CatalogWriter writer) {
        this.writer = writer;
    }

    private static Kind kind(int classOid) {
        return switch (classOid) {
            case ClassOid.TRIGGER ->
                new Kind("trigger", "pg_trigger_tgrelid_tgname_index", "tgrelid", "tgname", "relation");
            case ClassOid.RULE -> new Kind("rule", "pg_rewrite_rel_rulename_index", "ev_class", "rulename", "relation");
            case ClassOid.POLICY ->
                new Kind("policy", "pg_policy_polrelid_polname_index", "polrelid", "polname", "table");
            default -> throw new IllegalArgumentException("class " + classOid);
        };
    }

    /// 42710 when another one on the relation has the name.
    public void rename(ObjectAddress object, String newName) {
        Kind kind = kind(object.classOid());
        SystemRow row = writer.row(ClassOid.table(object.classOid()).oidIndex(), object.oid());
        TableDef table = writer.view().table(row.oid(kind.relation()));
        if (object.classOid() == ClassOid.RULE && row.letter("ev_type") == '1') {
            throw new PgException(SqlState.INVALID_OBJECT_DEFINITION, "renaming an ON SELECT rule is not allowed");
        }
        boolean reserved = object.classOid() == ClassOid.RULE && newName.equals(RuleDef.VIEW);
        if (reserved) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "non-view rule for \"%s\" must not be named \"%s\"".formatted(table.name(), newName));
        }
        SystemIndex index = SystemTables.index(kind.index());
        if (writer.row(index, table.oid(), newName) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "%s \"%s\" for %s \"%s\" already exists"
                            .formatted(kind.noun(), newName, kind.preposition(), table.name()));
        }
        writer.update(row, Map.of(kind.name(), newName));
    }
}
