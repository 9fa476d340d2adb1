package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.access.RowSecurity;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.PolicyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The policies of a table that bind a role, as conditions. Source of the rules: PostgreSQL 15,
/// `get_row_security_policies`: permissive policies let a row through when one of them does, restrictive ones
/// only all together, and without a permissive one nothing passes.
final class RowPolicies {
    private static final char SELECT = 'r';
    private static final char INSERT = 'a';
    private static final char UPDATE = 'w';
    private static final char DELETE = 'd';
    private static final char ALL = '*';
    private static final int PUBLIC = 0;
    private static final Expr NOTHING = new Expr.Const(false, Oids.BOOL, -1, 0, Origin.NONE);

    private final TableDef table;
    private final List<PolicyDef> policies;
    private final Function<String, Expr> reader;
    private final int index;

    private RowPolicies(TableDef table, List<PolicyDef> policies, Function<String, Expr> reader, int index) {
        this.table = table;
        this.policies = policies;
        this.reader = reader;
        this.index = index;
    }

    /// Empty when no policy binds the role. 42501 when some do and must not.
    ///
    /// @param role OID, 0 for the server itself
    /// @param allowed setting `row_security`
    /// @param reader makes a condition over range table entry 1 of the text that the catalog keeps
    static Optional<RowPolicies> find(
            CatalogView catalog, TableDef table, int role, boolean allowed, Function<String, Expr> reader) {
        if (role == 0 || !RowSecurity.isActive(catalog, role, table)) {
            return Optional.empty();
        }
        RoleGraph roles = new RoleGraph(catalog);
        if (!allowed) {
            PgException refused = new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "query would be affected by row-level security policy for table \"%s\"".formatted(table.name()));
            throw roles.hasRightsOf(role, table.owner())
                    ? refused.hint("To disable the policy for the table's owner, use ALTER TABLE NO FORCE ROW LEVEL"
                            + " SECURITY.")
                    : refused;
        }
        List<PolicyDef> binding = catalog.policies(table.oid()).stream()
                .filter(policy ->
                        policy.roles().stream().anyMatch(one -> one == PUBLIC || roles.hasRightsOf(role, one)))
                .sorted(Comparator.comparing(PolicyDef::name))
                .toList();
        return Optional.of(new RowPolicies(table, binding, reader, 1));
    }

    /// The same, over another range table entry.
    RowPolicies over(int newIndex) {
        return new RowPolicies(table, policies, reader, newIndex);
    }

    /// What rows have to satisfy to be read, and to be locked.
    List<Expr> forReading(boolean locked) {
        LinkedHashSet<Expr> conditions = new LinkedHashSet<>();
        if (locked) {
            conditions.addAll(conditions(UPDATE));
        }
        conditions.addAll(conditions(SELECT));
        return List.copyOf(conditions);
    }

    /// What rows have to satisfy to be found by a command that changes them.
    ///
    /// @param read whether the command reads columns of the table too
    List<Expr> forChanging(Query.Command command, boolean read) {
        LinkedHashSet<Expr> conditions = new LinkedHashSet<>();
        switch (command) {
            case UPDATE -> conditions.addAll(conditions(UPDATE));
            case DELETE -> conditions.addAll(conditions(DELETE));
            case INSERT, MERGE, SELECT -> {}
        }
        if (read && command != Query.Command.INSERT) {
            conditions.addAll(conditions(SELECT));
        }
        return List.copyOf(conditions);
    }

    /// What changed rows are checked for.
    ///
    /// @param read whether the command reads columns of the table too
    List<RowCheck> checks(Query query, boolean read) {
        List<RowCheck> checks = new ArrayList<>();
        switch (query.command()) {
            case INSERT -> {
                add(checks, RowCheck.Kind.INSERT, INSERT, false);
                if (read) {
                    add(checks, RowCheck.Kind.INSERT, SELECT, true);
                }
                if (query.onConflict() != null && query.onConflict().update()) {
                    addConflicts(checks, read);
                }
            }
            case UPDATE -> {
                add(checks, RowCheck.Kind.UPDATE, UPDATE, false);
                if (read) {
                    add(checks, RowCheck.Kind.UPDATE, SELECT, true);
                }
            }
            case MERGE -> {
                add(checks, RowCheck.Kind.MERGE_UPDATE, UPDATE, true);
                add(checks, RowCheck.Kind.MERGE_DELETE, DELETE, true);
                add(checks, RowCheck.Kind.INSERT, INSERT, false);
                add(checks, RowCheck.Kind.UPDATE, UPDATE, false);
                if (read) {
                    add(checks, RowCheck.Kind.UPDATE, SELECT, true);
                }
            }
            case DELETE, SELECT -> {}
        }
        return checks;
    }

    private void addConflicts(List<RowCheck> checks, boolean read) {
        add(checks, RowCheck.Kind.CONFLICT, UPDATE, true);
        if (read) {
            add(checks, RowCheck.Kind.CONFLICT, SELECT, true);
        }
        add(checks, RowCheck.Kind.UPDATE, UPDATE, false);
        if (read) {
            add(checks, RowCheck.Kind.UPDATE, SELECT, true);
        }
    }

    private List<PolicyDef> of(char command, boolean permissive) {
        return policies.stream()
                .filter(policy -> policy.permissive() == permissive)
                .filter(policy -> policy.command() == ALL || policy.command() == command)
                .toList();
    }

    /// USING: restrictive policies one by one, then the permissive ones together.
    private List<Expr> conditions(char command) {
        List<Expr> allowing = of(command, true).stream()
                .flatMap(policy -> policy.using().stream())
                .map(this::read)
                .toList();
        if (allowing.isEmpty()) {
            return List.of(NOTHING);
        }
        List<Expr> conditions = new ArrayList<>();
        of(command, false).forEach(policy -> policy.using().ifPresent(text -> conditions.add(read(text))));
        conditions.add(any(allowing));
        return conditions;
    }

    private void add(List<RowCheck> checks, RowCheck.Kind kind, char command, boolean using) {
        List<Expr> allowing = of(command, true).stream()
                .flatMap(policy -> checked(policy, using).stream())
                .map(this::read)
                .toList();
        if (allowing.isEmpty()) {
            checks.add(new RowCheck(kind, table.name(), null, NOTHING));
            return;
        }
        checks.add(new RowCheck(kind, table.name(), null, any(allowing)));
        for (PolicyDef policy : of(command, false)) {
            checked(policy, using)
                    .ifPresent(text -> checks.add(new RowCheck(kind, table.name(), policy.name(), read(text))));
        }
    }

    /// WITH CHECK, or USING where there is none.
    private static Optional<String> checked(PolicyDef policy, boolean using) {
        return using ? policy.using() : policy.check().or(policy::using);
    }

    private Expr read(String text) {
        return ViewSubstitution.renumbered(reader.apply(text), 1, index);
    }

    private static Expr any(List<Expr> conditions) {
        return conditions.size() == 1
                ? conditions.getFirst()
                : new Expr.BooleanExpr(Expr.BooleanKind.OR, conditions, Origin.NONE);
    }
}
