package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.access.Grantor;
import io.pglitedb.catalog.access.SecuredObject;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Privileges;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.Oids;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Changes the access control lists of objects and columns, as far as who asks may. Source of the rules and
/// words: PostgreSQL 15, `restrict_and_check_grant` and `ExecGrant_Relation`.
final class ObjectGrants {
    private final Definition definition;
    private final AccessControl access;
    private final GrantChange change;

    ObjectGrants(Definition definition, GrantChange change) {
        this.definition = definition;
        this.access = new AccessControl(definition.view());
        this.change = change;
    }

    /// On an object that is no relation.
    ///
    /// @param kind as the statement names it
    void onObject(ObjectAddress address, PrivilegeWords words, String kind) {
        SecuredObject object = SecuredObject.of(definition.writer(), address);
        onWhole(object, words, kind);
    }

    private void onWhole(SecuredObject object, PrivilegeWords words, String kind) {
        int whole = DefaultRights.of(object.type()).owner();
        int wanted = words.all() ? whole : words.bits();
        Grantor grantor = grantor(wanted, object.effectiveAcl(), object.owner());
        if (grantor.options() == 0 && held(grantor, object) == 0) {
            throw Denial.permission(kind, object.name());
        }
        int given = restricted(wanted, words.all(), grantor, "\"" + object.name() + "\"");
        Acl acl = new Acl(object.effectiveAcl(), object.owner());
        change.apply(acl, grantor.role(), given);
        new Privileges(definition.writer()).setAcl(object.address(), acl, object.owner());
    }

    private Grantor grantor(int wanted, PgArray acl, int owner) {
        return Grantor.best(access.roles(), definition.owner(), wanted, acl, owner);
    }

    private int held(Grantor grantor, SecuredObject object) {
        return access.rights(grantor.role(), object.type(), object.owner(), object.acl())
                | access.grantOptions(grantor.role(), object.type(), object.owner(), object.acl());
    }

    /// What of the wanted privileges the grantor may grant, with a warning when that is not all.
    private int restricted(int wanted, boolean all, Grantor grantor, String named) {
        int given = wanted & grantor.options();
        if (given == 0 || !all && given != wanted) {
            String amount = given == 0 ? "no privileges" : "not all privileges";
            SqlState state =
                    change.grant() ? SqlState.WARNING_PRIVILEGE_NOT_GRANTED : SqlState.WARNING_PRIVILEGE_NOT_REVOKED;
            definition
                    .session()
                    .report(Report.warning(
                            state,
                            "%s %s for %s"
                                    .formatted(amount, change.grant() ? "were granted" : "could be revoked", named)));
        }
        return given;
    }

    /// On a table, view or the like.
    ///
    /// @param sequences GRANT … ON SEQUENCE
    void onRelation(TableDef table, PrivilegeWords words, boolean sequences) {
        boolean sequence = table.kind() == 'S';
        if (table.kind() == 'i' || table.kind() == 'I') {
            throw wrongKind(table, "is an index");
        }
        if (table.kind() == 'c') {
            throw wrongKind(table, "is a composite type");
        }
        if (sequences && !sequence) {
            throw wrongKind(table, "is not a sequence");
        }
        PrivilegeWords fitting = sequence ? onSequence(words, table, sequences) : onTable(words);
        if (fitting.all() || fitting.bits() != 0) {
            onWhole(
                    SecuredObject.of(definition.writer(), ObjectAddress.relation(table.oid())),
                    fitting,
                    sequence ? "sequence" : "table");
        }
        columns(table, fitting, sequence).forEach((number, bits) -> onColumn(table, number, bits));
    }

    private static PgException wrongKind(TableDef table, String what) {
        return new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" %s".formatted(table.name(), what));
    }

    private PrivilegeWords onSequence(PrivilegeWords words, TableDef table, boolean sequences) {
        int allowed = DefaultRights.of('s').owner();
        if (!sequences && (words.bits() & ~allowed) != 0) {
            definition
                    .session()
                    .report(Report.warning(
                            SqlState.INVALID_GRANT_OPERATION,
                            "sequence \"%s\" only supports USAGE, SELECT, and UPDATE privileges"
                                    .formatted(table.name())));
        }
        return new PrivilegeWords(words.all(), words.bits() & allowed, words.columns());
    }

    private static PrivilegeWords onTable(PrivilegeWords words) {
        if ((words.bits() & Privilege.USAGE.bit()) != 0) {
            throw PrivilegeWords.invalid(Privilege.USAGE, "table");
        }
        return words;
    }

    /// Privileges by the numbers of the columns that they are about. Revoking from a table revokes from its
    /// columns too.
    private Map<Integer, Integer> columns(TableDef table, PrivilegeWords words, boolean sequence) {
        Map<Integer, Integer> bits = new TreeMap<>();
        int whole = (words.all() ? PrivilegeWords.ON_COLUMNS : words.bits()) & PrivilegeWords.ON_COLUMNS;
        if (!change.grant() && whole != 0 && !sequence) {
            for (ColumnDef column : table.columns()) {
                if (!column.dropped() && column.acl().isPresent()) {
                    bits.put(column.number(), whole);
                }
            }
        }
        for (PrivilegeWords.ColumnPrivileges each : words.columns()) {
            for (String name : each.names()) {
                ColumnDef column = table.column(name);
                if (column == null) {
                    throw new PgException(
                            SqlState.UNDEFINED_COLUMN,
                            "column \"%s\" of relation \"%s\" does not exist".formatted(name, table.name()));
                }
                int wanted = each.bits() == 0 ? PrivilegeWords.ON_COLUMNS : each.bits();
                bits.merge(column.number(), wanted, (one, other) -> one | other);
            }
        }
        return bits;
    }

    private void onColumn(TableDef table, int number, int wanted) {
        ColumnDef column = table.columns().get(number - 1);
        ObjectAddress address = ObjectAddress.column(table.oid(), number);
        SecuredObject relation = SecuredObject.of(definition.writer(), ObjectAddress.relation(table.oid()));
        PgArray before = new Privileges(definition.writer())
                .acl(address)
                .orElseGet(() -> DefaultRights.of('c').toAcl(table.owner()));
        PgArray both = PgArray.of(
                Oids.ACLITEM,
                Stream.of(relation.effectiveAcl(), before)
                        .flatMap(acl -> Arrays.stream(acl.elements()))
                        .toArray());
        Grantor grantor = grantor(wanted, both, table.owner());
        if (grantor.options() == 0
                && (held(grantor, relation)
                                | access.rights(grantor.role(), 'c', table.owner(), Optional.of(before))
                                | access.grantOptions(grantor.role(), 'c', table.owner(), Optional.of(before)))
                        == 0) {
            throw Denial.permission("column", "\"%s\" of relation \"%s\"".formatted(column.name(), table.name()));
        }
        int given = restricted(
                wanted, false, grantor, "column \"%s\" of relation \"%s\"".formatted(column.name(), table.name()));
        Acl acl = new Acl(before, table.owner());
        change.apply(acl, grantor.role(), given);
        new Privileges(definition.writer()).setAcl(address, acl, table.owner());
    }
}
