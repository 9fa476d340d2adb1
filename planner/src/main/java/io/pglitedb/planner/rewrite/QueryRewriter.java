package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.access.Invoker;
import io.pglitedb.planner.access.RequiredRights;
import io.pglitedb.planner.access.RightsCollector;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What an analyzed statement means for the one who runs it. Views that are read become subqueries, changes of
/// views become changes of the tables they show, tables get the conditions of their policies, and the rights that
/// all of it needs are gathered. Source of the rules: PostgreSQL 15, `fireRIRrules` and `rewriteTargetView`.
public final class QueryRewriter {
    /// @param before what rules do before the query itself
    /// @param query without views; null when rules do something else instead
    /// @param after what they do after it
    public record Rewritten(List<Query> before, Query query, List<Query> after, RequiredRights rights) {}

    private final CatalogView catalog;
    private final SessionContext session;
    private final Invoker invoker;
    private final RightsCollector rights;
    private final Set<Integer> openViews = new HashSet<>();
    private final Set<Integer> openPolicies = new HashSet<>();

    private QueryRewriter(CatalogView catalog, SessionContext session, Invoker invoker) {
        this.catalog = catalog;
        this.session = session;
        this.invoker = invoker;
        this.rights = new RightsCollector(catalog);
    }

    /// @param rules whether the rules of changed relations are followed
    public static Rewritten rewrite(
            Query query, CatalogView catalog, SessionContext session, Invoker invoker, boolean rules) {
        QueryRewriter rewriter = new QueryRewriter(catalog, session, invoker);
        if (!rules || !RuleRewriter.mayFire(query, catalog)) {
            Query rewritten = rewriter.unit(query, 0);
            return new Rewritten(List.of(), rewritten, List.of(), rewriter.rights.required());
        }
        List<Query> before = new ArrayList<>();
        Query main = null;
        List<Query> after = new ArrayList<>();
        for (RuleRewriter.Step step : new RuleRewriter(catalog, session, rewriter).rewrite(query)) {
            Query rewritten = rewriter.unit(step.query(), 0);
            if (step.tells()) {
                main = rewritten;
            } else {
                (main == null ? before : after).add(rewritten);
            }
        }
        return new Rewritten(before, main, after, rewriter.rights.required());
    }

    /// @param role who is asked for rights in it, 0 for the invoker
    private Query unit(Query query, int role) {
        rights.add(query, role);
        return new Unit(role, null).map(query, 0);
    }

    /// A view's query for the one who changes the view: subqueries in it are rewritten, what it shows is not.
    ///
    /// @param definition to be asked for its rights afterwards
    Query shown(Query definition, int role) {
        rights.add(definition, role);
        return new Unit(role, definition).map(definition, 0);
    }

    RightsCollector rights() {
        return rights;
    }

    Query definition(TableDef view) {
        String action = catalog.viewQuery(view.oid())
                .orElseThrow(
                        () -> new PgException(SqlState.DATA_CORRUPTED, "view \"" + view.name() + "\" has no query"));
        return NodeTree.readQuery(action, session);
    }

    /// The query levels of one statement or view, inner ones first.
    private final class Unit extends QueryMapper {
        private final int role;
        /// The level that is left alone; null for none.
        private final Query untouched;

        private Unit(int role, Query untouched) {
            this.role = role;
            this.untouched = untouched;
        }

        @Override
        protected Query changed(Query original, Query query, int depth) {
            return original == untouched ? query : level(original, query, role);
        }
    }

    private Query level(Query original, Query query, int role) {
        List<RangeTableEntry> entries = new ArrayList<>(query.rangeTable());
        int excluded = query.onConflict() == null ? 0 : query.onConflict().excludedIndex();
        for (int index = 1; index <= entries.size(); index++) {
            if (entries.get(index - 1) instanceof RangeTableEntry.Relation relation
                    && index != query.resultRelation()
                    && index != excluded) {
                int reader = relation.role() != 0 ? relation.role() : role;
                entries.set(index - 1, read(relation, index, mark(query, index), reader));
            }
        }
        Query rewritten = query.toBuilder().rangeTable(entries).build();
        return query.command() == Query.Command.SELECT ? rewritten : target(original, rewritten, role);
    }

    /// Null when rows of the entry are not locked.
    private static RowMark mark(Query query, int index) {
        return query.rowMarks().stream()
                .filter(mark -> mark.rangeTableIndex() == index)
                .findFirst()
                .orElse(null);
    }

    private RangeTableEntry read(RangeTableEntry.Relation relation, int index, RowMark mark, int role) {
        TableDef table = catalog.table(relation.table());
        if (table.kind() == 'v') {
            return new RangeTableEntry.Subquery(
                    relation.name(),
                    relation.aliasWritten(),
                    relation.columns(),
                    view(table, mark),
                    false,
                    ViewOptions.isBarrier(table));
        }
        RowPolicies policies = policies(table, index, role);
        return policies == null ? relation : relation.withSecurity(policies.forReading(mark != null));
    }

    private Query view(TableDef view, RowMark mark) {
        if (!openViews.add(view.oid())) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "infinite recursion detected in rules for relation \"%s\"".formatted(view.name()));
        }
        Query definition = definition(view);
        int role = ViewOptions.isInvoker(view) ? 0 : view.owner();
        Query rewritten = mark == null
                ? unit(definition, role)
                : unit(locked(definition, mark), role).toBuilder()
                        .rowMarks(definition.rowMarks())
                        .build();
        openViews.remove(view.oid());
        return rewritten;
    }

    /// Who locks rows of a view locks rows of what it shows.
    private static Query locked(Query definition, RowMark mark) {
        List<RowMark> marks = new ArrayList<>(definition.rowMarks());
        for (int index : joined(definition.joinTree())) {
            if (definition.rangeTableEntry(index) instanceof RangeTableEntry.Relation) {
                marks.add(new RowMark(index, mark.strength(), mark.waiting(), true));
            }
        }
        return definition.toBuilder().rowMarks(marks).build();
    }

    private static List<Integer> joined(JoinTree tree) {
        return switch (tree) {
            case JoinTree.Reference(int index) -> List.of(index);
            case JoinTree.Join join -> {
                List<Integer> both = new ArrayList<>(joined(join.left()));
                both.addAll(joined(join.right()));
                yield both;
            }
            case JoinTree.From from ->
                from.items().stream().flatMap(item -> joined(item).stream()).toList();
        };
    }

    private Query target(Query original, Query query, int unitRole) {
        int own = ((RangeTableEntry.Relation) query.rangeTableEntry(query.resultRelation())).role();
        int role = own != 0 ? own : unitRole;
        RightsCollector.Entry access = rights.entry(original, query.resultRelation());
        ViewTarget changed = new ViewTarget(query, access, role, catalog, session, this);
        if (query.command() != Query.Command.MERGE) {
            changed.rewrite();
        }
        Query plain = changed.query();
        int index = plain.resultRelation();
        RangeTableEntry.Relation target = (RangeTableEntry.Relation) plain.rangeTableEntry(index);
        List<RowCheck> checks = new ArrayList<>();
        RowPolicies policies = policies(catalog.table(target.table()), index, changed.role());
        List<RangeTableEntry> entries = new ArrayList<>(plain.rangeTable());
        if (policies != null) {
            List<Expr> security = new ArrayList<>(
                    policies.forChanging(plain.command(), changed.access().isRead()));
            security.addAll(target.security());
            entries.set(index - 1, target.withSecurity(security));
            checks.addAll(policies.checks(plain, changed.access().isRead()));
        }
        checks.addAll(changed.checks());
        checks.addAll(plain.checks());
        return plain.toBuilder().rangeTable(entries).checks(checks).build();
    }

    /// Null when none apply.
    private RowPolicies policies(TableDef table, int index, int role) {
        int user = role == 0 ? invoker.role() : role;
        return RowPolicies.find(catalog, table, user, invoker.rowSecurity(), text -> condition(text, table, role))
                .map(found -> found.over(index))
                .orElse(null);
    }

    /// A policy's condition, over range table entry 1.
    private Expr condition(String text, TableDef table, int role) {
        Expr condition = NodeTree.readExpression(text, session);
        rights.add(condition, role);
        boolean queries = containsQuery(condition);
        if (queries && !openPolicies.add(table.oid())) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "infinite recursion detected in policy for relation \"%s\"".formatted(table.name()));
        }
        Expr rewritten = new Unit(role, null).map(condition, 0);
        if (queries) {
            openPolicies.remove(table.oid());
        }
        return rewritten;
    }

    private static boolean containsQuery(Expr expression) {
        return expression instanceof Expr.SubLink
                || expression.children().stream().anyMatch(QueryRewriter::containsQuery);
    }
}
