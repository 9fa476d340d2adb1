package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.Dependencies.Link;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where values of a type are stored. Source: PostgreSQL's find_composite_type_dependencies and
/// get_rels_with_domain.
public final class TypeUses {
    private final Definition definition;
    private final Dependencies dependencies;

    public TypeUses(Definition definition) {
        this.definition = definition;
        this.dependencies = new Dependencies(definition.writer());
    }

    /// Columns of one table.
    public record Columns(TableDef table, List<ColumnDef> columns) {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /// 0A000 when values of the type are stored, be it within those of a type that contains it.
    ///
    /// @param refusal with places for the column's table and the column: `cannot alter … column "%s.%s" uses it`
    public void requireUnstored(int type, String refusal) {
        for (Link link : dependencies.linksTo(ObjectAddress.type(type))) {
            ObjectAddress user = link.depender();
            if (user.classOid() == ClassOid.TYPE) {
                requireUnstored(user.oid(), refusal);
            } else if (user.classOid() == ClassOid.RELATION) {
                requireUnstored(user, type, refusal);
            }
        }
    }

    private void requireUnstored(ObjectAddress user, int type, String refusal) {
        TableDef relation = definition.view().table(user.oid());
        ColumnDef column = user.subId() > 0
                ? relation.columns().get(user.subId() - 1)
                : relation.columns().stream()
                        .filter(each -> !each.dropped() && each.type() == type)
                        .findFirst()
                        .orElse(null);
        if (column == null) {
            return; // seen on the way only, as by an index's expression
        }
        if ("rmiIp".indexOf(relation.kind()) >= 0) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, refusal.formatted(relation.name(), column.name()));
        }
        if (relation.rowType() != 0) {
            requireUnstored(relation.rowType(), refusal);
        }
    }

    /// The stored columns of a domain and of domains over it, their tables locked against changes of rows; 0A000
    /// when values are stored within those of another type.
    public List<Columns> ofDomain(int domain) {
        Map<Integer, List<ColumnDef>> found = new LinkedHashMap<>();
        collect(domain, "cannot alter type \"" + definition.view().formatType(domain) + "\"", found);
        return found.entrySet().stream()
                .map(entry -> new Columns(definition.view().table(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void collect(int domain, String refusal, Map<Integer, List<ColumnDef>> found) {
        String stored = refusal + " because column \"%s.%s\" uses it";
        for (Link link : dependencies.linksTo(ObjectAddress.type(domain))) {
            ObjectAddress user = link.depender();
            if (user.classOid() == ClassOid.TYPE) {
                if (definition.view().type(user.oid()).kind() == 'd') {
                    collect(
                            user.oid(),
                            "cannot alter type \"" + definition.view().formatType(user.oid()) + "\"",
                            found);
                } else {
                    requireUnstored(user.oid(), stored);
                }
            } else if (user.classOid() == ClassOid.RELATION && user.subId() > 0) {
                definition.lock(user.oid(), LockMode.SHARE);
                TableDef table = definition.view().table(user.oid());
                if (table.rowType() != 0) {
                    requireUnstored(table.rowType(), stored);
                }
                if (table.kind() == 'r' || table.kind() == 'm') {
                    found.computeIfAbsent(table.oid(), ignored -> new ArrayList<>())
                            .add(table.columns().get(user.subId() - 1));
                }
            }
        }
    }
}
