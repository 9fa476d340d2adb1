package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.access.RightsCollector;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// INSERT, UPDATE and DELETE of a view become those of the table it shows. Source: PostgreSQL's
/// rewriteTargetView.
final class ViewTarget {
    private final CatalogView catalog;
    private final SessionContext session;
    private final QueryRewriter rewriter;
    private final List<Check> checks = new ArrayList<>();
    private RightsCollector.Entry access;
    private int role;
    private Query query;

    /// WITH CHECK OPTION.
    ///
    /// @param condition over the changed table, at the level of the query; null for none
    private record Check(String view, boolean cascaded, Expr condition) {}

    /// @param access rights that the result relation needs
    /// @param role who needs them, 0 for the invoker
    ViewTarget(
            Query query,
            RightsCollector.Entry access,
            int role,
            CatalogView catalog,
            SessionContext session,
            QueryRewriter rewriter) {
        this.query = query;
        this.access = access;
        this.role = role;
        this.catalog = catalog;
        this.session = session;
        this.rewriter = rewriter;
    }

    /// One view less; see [#rewrite].
    void step() {
        replace(table());
    }

    /// Leaves a query alone that changes no view. 55000 for a view that cannot be changed.
    void rewrite() {
        for (TableDef changed = table(); changed.kind() == 'v'; changed = table()) {
            replace(changed);
        }
    }

    Query query() {
        return query;
    }

    /// Rights that the changed table needs.
    RightsCollector.Entry access() {
        return access;
    }

    /// Who needs them, 0 for the invoker.
    int role() {
        return role;
    }

    /// Of the innermost view first.
    List<RowCheck> checks() {
        return checks.stream()
                .filter(check -> check.condition() != null)
                .map(check -> new RowCheck(RowCheck.Kind.VIEW, check.view(), null, check.condition()))
                .toList();
    }

    private TableDef table() {
        return catalog.table(((RangeTableEntry.Relation) query.rangeTableEntry(query.resultRelation())).table());
    }

    private void replace(TableDef view) {
        Query stored = rewriter.definition(view);
        require(view, stored);
        int viewRole = ViewOptions.isInvoker(view) ? 0 : view.owner();
        Query definition = rewriter.shown(stored, viewRole);
        int index = query.resultRelation();
        fillDefaults(view);
        requireColumns(view, definition);
        int base = ViewRules.base(definition);
        RangeTableEntry.Relation entry = (RangeTableEntry.Relation) definition.rangeTableEntry(base);
        RightsCollector.Entry shownAccess = rewriter.rights().entry(stored, base);
        shownAccess.changeAs(access, numbers(definition));
        access = shownAccess;
        role = viewRole;
        List<TargetEntry> shown =
                definition.targets().stream().filter(column -> !column.junk()).toList();
        Expr condition = definition.joinTree().where() == null
                ? null
                : ViewSubstitution.renumbered(definition.joinTree().where(), base, index);
        Query changed = substituted(query, index, base, shown);
        List<RangeTableEntry> entries = new ArrayList<>(changed.rangeTable());
        List<Expr> security = new ArrayList<>(((RangeTableEntry.Relation) entries.get(index - 1)).security());
        boolean barrier = condition != null && ViewOptions.isBarrier(view);
        if (barrier) {
            security.addFirst(condition);
        }
        entries.set(index - 1, entry.withSecurity(security));
        OnConflict conflict = changed.onConflict();
        if (conflict != null && conflict.excludedIndex() != 0) {
            changed = substituted(changed, conflict.excludedIndex(), base, shown);
            conflict = numbered(changed.onConflict(), shown);
        }
        JoinTree.From from = changed.joinTree();
        if (condition != null && !barrier && query.command() != Query.Command.INSERT) {
            from = new JoinTree.From(from.items(), both(condition, from.where()));
        }
        query = changed.toBuilder()
                .rangeTable(entries)
                .joinTree(from)
                .targets(numbered(changed.targets(), shown))
                .onConflict(conflict)
                .build();
        addCheck(view, condition, index, base, shown);
    }

    /// Of the view's columns in what it shows; 0 for what is none of its columns.
    private static List<Integer> numbers(Query definition) {
        return definition.targets().stream()
                .map(target -> ViewRules.obstacle(definition, target) == null
                        ? ((Expr.Var) target.expression()).attribute()
                        : 0)
                .toList();
    }

    private static Query substituted(Query query, int index, int base, List<TargetEntry> shown) {
        List<Expr> columns = shown.stream()
                .map(column -> ViewSubstitution.renumbered(column.expression(), base, index))
                .toList();
        List<String> names = shown.stream().map(TargetEntry::name).toList();
        return new ViewSubstitution(index, columns, names).map(query, 0);
    }

    private static Expr both(Expr first, Expr second) {
        return second == null ? first : new Expr.BooleanExpr(Expr.BooleanKind.AND, List.of(first, second), Origin.NONE);
    }

    /// Entries numbered by the columns of the view, by those of what it shows.
    private static List<TargetEntry> numbered(List<TargetEntry> entries, List<TargetEntry> shown) {
        return entries.stream()
                .map(entry -> entry.junk()
                        ? entry
                        : entry.withNumber(
                                ((Expr.Var) shown.get(entry.number() - 1).expression()).attribute()))
                .toList();
    }

    private static OnConflict numbered(OnConflict conflict, List<TargetEntry> shown) {
        return new OnConflict(
                conflict.update(),
                conflict.arbiterElements(),
                conflict.arbiterWhere(),
                conflict.constraint(),
                numbered(conflict.set(), shown),
                conflict.where(),
                conflict.excludedIndex(),
                conflict.excludedColumns());
    }

    private void require(TableDef view, Query definition) {
        String obstacle = ViewRules.obstacle(definition, catalog);
        if (obstacle == null && query.command() != Query.Command.DELETE && !ViewRules.hasUpdatableColumn(definition)) {
            obstacle = "Views that have no updatable columns are not automatically updatable.";
        }
        if (obstacle != null) {
            throw unchangeable(view, query, obstacle);
        }
    }

    /// 55000 for a view that a query cannot change.
    static PgException unchangeable(TableDef view, Query query, String obstacle) {
        String verb = switch (query.command()) {
            case INSERT -> "insert into";
            case UPDATE -> "update";
            default -> "delete from";
        };
        String doing = switch (query.command()) {
            case INSERT -> "inserting into";
            case UPDATE -> "updating";
            default -> "deleting from";
        };
        String event = query.command().name();
        return new PgException(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "cannot %s view \"%s\"".formatted(verb, view.name()))
                .detail(obstacle)
                .hint(("To enable %s the view, provide an INSTEAD OF %s trigger or an unconditional ON %s DO"
                                + " INSTEAD rule.")
                        .formatted(doing, event, event));
    }

    private void requireColumns(TableDef view, Query definition) {
        List<TargetEntry> set = new ArrayList<>(query.targets());
        boolean updates = query.command() == Query.Command.UPDATE;
        set.removeIf(TargetEntry::junk);
        set.forEach(entry -> requireColumn(view, definition, entry, updates));
        if (query.onConflict() != null) {
            query.onConflict().set().stream()
                    .filter(entry -> !entry.junk())
                    .forEach(entry -> requireColumn(view, definition, entry, true));
        }
    }

    private static void requireColumn(TableDef view, Query definition, TargetEntry set, boolean update) {
        String obstacle = ViewRules.obstacle(definition, definition.targets().get(set.number() - 1));
        if (obstacle != null) {
            String column = view.columns().get(set.number() - 1).name();
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot %s column \"%s\" of view \"%s\""
                                    .formatted(update ? "update" : "insert into", column, view.name()))
                    .detail(obstacle);
        }
    }

    /// Defaults that ALTER VIEW gave to the view's own columns come before those of the table.
    private void fillDefaults(TableDef view) {
        if (view.columns().stream()
                .allMatch(column -> column.defaultExpression().isEmpty())) {
            return;
        }
        List<TargetEntry> targets = new ArrayList<>();
        for (TargetEntry target : query.targets()) {
            boolean byDefault = !target.junk() && target.expression() instanceof Expr.SetToDefault;
            ColumnDef column = byDefault ? view.columns().get(target.number() - 1) : null;
            targets.add(
                    byDefault && column.defaultExpression().isPresent() ? target.withExpression(read(column)) : target);
        }
        if (query.command() == Query.Command.INSERT) {
            for (ColumnDef column : view.columns()) {
                boolean absent = targets.stream().noneMatch(target -> target.number() == column.number());
                if (absent && column.defaultExpression().isPresent()) {
                    targets.add(new TargetEntry(read(column), column.number(), column.name(), false));
                }
            }
        }
        query = query.toBuilder().rangeTable(filledRows(view)).targets(targets).build();
    }

    /// DEFAULT in the rows of VALUES.
    private List<RangeTableEntry> filledRows(TableDef view) {
        List<RangeTableEntry> entries = new ArrayList<>(query.rangeTable());
        for (int index = 1; index <= entries.size(); index++) {
            if (entries.get(index - 1) instanceof RangeTableEntry.Values values) {
                entries.set(index - 1, filled(values, index, view));
            }
        }
        return entries;
    }

    private RangeTableEntry.Values filled(RangeTableEntry.Values values, int index, TableDef view) {
        ColumnDef[] columns = new ColumnDef[values.columns().size()];
        for (TargetEntry target : query.targets()) {
            if (!target.junk()
                    && target.expression() instanceof Expr.Var variable
                    && variable.rangeTableIndex() == index
                    && variable.levelsUp() == 0) {
                columns[variable.attribute() - 1] = view.columns().get(target.number() - 1);
            }
        }
        List<List<Expr>> rows = new ArrayList<>();
        for (List<Expr> row : values.rows()) {
            List<Expr> filled = new ArrayList<>(row);
            for (int i = 0; i < filled.size(); i++) {
                boolean byDefault = filled.get(i) instanceof Expr.SetToDefault
                        && columns[i] != null
                        && columns[i].defaultExpression().isPresent();
                if (byDefault) {
                    filled.set(i, read(columns[i]));
                }
            }
            rows.add(filled);
        }
        return new RangeTableEntry.Values(
                values.name(), values.aliasWritten(), values.columns(), rows, values.lateral());
    }

    private Expr read(ColumnDef column) {
        return NodeTree.readExpression(column.defaultExpression().orElseThrow(), session);
    }

    private void addCheck(TableDef view, Expr condition, int index, int base, List<TargetEntry> shown) {
        List<Expr> columns = shown.stream()
                .map(column -> ViewSubstitution.renumbered(column.expression(), base, index))
                .toList();
        List<String> names = shown.stream().map(TargetEntry::name).toList();
        checks.replaceAll(check -> new Check(
                check.view(), check.cascaded(), new ViewSubstitution(index, columns, names).map(check.condition(), 0)));
        if (query.command() == Query.Command.DELETE) {
            return;
        }
        boolean above = !checks.isEmpty() && checks.getFirst().cascaded();
        String option = ViewOptions.checkOption(view);
        boolean cascaded = above || "cascaded".equals(option);
        if (cascaded || option != null && condition != null) {
            checks.addFirst(new Check(view.name(), cascaded, condition));
        }
    }
}
