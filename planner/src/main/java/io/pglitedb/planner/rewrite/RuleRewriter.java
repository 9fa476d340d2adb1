package io.pglitedb.planner.rewrite;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// What a statement becomes by the rules of the relations it changes: queries that run one after another. Source
/// of the rules: PostgreSQL 15, `RewriteQuery` and `fireRules`.
///
/// ```
///   INSERT            the statement itself, then the actions          a view without an INSTEAD rule is changed by
///   UPDATE, DELETE    the actions, then the statement itself          changing what it shows, and so on from there
///   DO INSTEAD        not the statement itself; where the rule has a condition, only for rows that do not meet it
/// ```
final class RuleRewriter {
    /// @param tells whether the statement's tag and result are this query's
    record Step(Query query, boolean tells) {}

    private enum Origin {
        STATEMENT,
        INSTEAD,
        CONDITIONALLY_INSTEAD,
        ALSO
    }

    private record Product(Query query, Origin origin) {
        Product as(Query other) {
            return new Product(other, origin);
        }
    }

    /// A change of a relation whose rules are being followed.
    private record Firing(int relation, char event) {}

    private final CatalogView catalog;
    private final SessionContext session;
    private final QueryRewriter rewriter;
    private final List<Firing> open = new ArrayList<>();

    RuleRewriter(CatalogView catalog, SessionContext session, QueryRewriter rewriter) {
        this.catalog = catalog;
        this.session = session;
        this.rewriter = rewriter;
    }

    /// Whether a statement changes a relation that has, or shows one that might have, rules.
    static boolean mayFire(Query query, CatalogView catalog) {
        if (query.commonTables().stream().anyMatch(common -> mayFire(common.query(), catalog))) {
            return true;
        }
        if (query.command() == Query.Command.SELECT) {
            return false;
        }
        TableDef table = target(query, catalog);
        return table.kind() == 'v' || table.traits().hasRules();
    }

    private static TableDef target(Query query, CatalogView catalog) {
        return catalog.table(((RangeTableEntry.Relation) query.rangeTableEntry(query.resultRelation())).table());
    }

    List<Step> rewrite(Query query) {
        List<Product> products = follow(new Product(query, Origin.STATEMENT));
        int telling = -1;
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            if (product.origin() == Origin.STATEMENT) {
                telling = i;
                break;
            }
            boolean instead = product.origin() == Origin.INSTEAD || product.origin() == Origin.CONDITIONALLY_INSTEAD;
            if (instead && product.query().command() == query.command()) {
                telling = i;
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            steps.add(new Step(products.get(i).query(), i == telling));
        }
        return steps;
    }

    private List<Product> follow(Product product) {
        Query query = followWith(product.query());
        if (query.command() == Query.Command.SELECT) {
            return List.of(product.as(query));
        }
        TableDef table = target(query, catalog);
        List<RuleDef> rules = matching(table, query);
        if (!rules.isEmpty()) {
            return fired(product.as(query), table, rules);
        }
        boolean changesShown = table.kind() == 'v' && query.command() != Query.Command.MERGE && isDeeper(table, query);
        return changesShown ? follow(product.as(shown(query))) : List.of(product.as(query));
    }

    /// WITH queries that change data may become one other query each.
    private Query followWith(Query query) {
        List<CommonTable> tables = new ArrayList<>();
        for (CommonTable common : query.commonTables()) {
            tables.add(
                    mayFire(common.query(), catalog)
                            ? common.withQuery(single(follow(new Product(common.query(), Origin.STATEMENT))))
                            : common);
        }
        return tables.equals(query.commonTables())
                ? query
                : query.toBuilder().commonTables(tables).build();
    }

    private static Query single(List<Product> products) {
        if (products.size() == 1) {
            return products.getFirst().query();
        }
        String what = "multi-statement DO INSTEAD";
        if (products.isEmpty()) {
            what = "DO INSTEAD NOTHING";
        }
        for (Product product : products) {
            if (product.origin() == Origin.CONDITIONALLY_INSTEAD) {
                what = "conditional DO INSTEAD";
                break;
            }
            if (product.origin() == Origin.ALSO) {
                what = "DO ALSO";
                break;
            }
        }
        throw new PgException(
                SqlState.FEATURE_NOT_SUPPORTED,
                what + " rules are not supported for data-modifying statements in WITH");
    }

    static char event(Query query) {
        return switch (query.command()) {
            case SELECT -> '1';
            case UPDATE -> '2';
            case INSERT -> '3';
            case DELETE -> '4';
            case MERGE -> ' ';
        };
    }

    private List<RuleDef> matching(TableDef table, Query query) {
        if (!table.traits().hasRules()) {
            return List.of();
        }
        boolean replica = session.setting("session_replication_role").equals("replica");
        List<RuleDef> enabled = catalog.rules(table.oid()).stream()
                .filter(rule -> rule.event() != '1')
                .filter(rule -> rule.enabled() == 'A' || rule.enabled() == (replica ? 'R' : 'O'))
                .toList();
        if (query.command() == Query.Command.MERGE && !enabled.isEmpty()) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot execute MERGE on relation \"%s\"".formatted(table.name()))
                    .detail("MERGE is not supported for relations with rules.");
        }
        return enabled.stream().filter(rule -> rule.event() == event(query)).toList();
    }

    /// Whether a relation below the view, through views that can be changed, has rules for the event.
    private boolean isDeeper(TableDef view, Query query) {
        if (InsteadTriggers.exist(view, query.command(), catalog)) {
            return false;
        }
        Query definition = rewriter.definition(view);
        if (ViewRules.obstacle(definition, catalog) != null) {
            return false;
        }
        RangeTableEntry.Relation base =
                (RangeTableEntry.Relation) definition.rangeTableEntry(ViewRules.base(definition));
        TableDef table = catalog.table(base.table());
        return !matching(table, query).isEmpty() || table.kind() == 'v' && isDeeper(table, query);
    }

    /// The query as a change of what its view shows.
    private Query shown(Query query) {
        rewriter.rights().add(query, 0);
        RangeTableEntry.Relation before = (RangeTableEntry.Relation) query.rangeTableEntry(query.resultRelation());
        ViewTarget changed = new ViewTarget(
                query,
                rewriter.rights().entry(query, query.resultRelation()),
                before.role(),
                catalog,
                session,
                rewriter);
        changed.step();
        Query stepped = changed.query();
        List<RangeTableEntry> entries = new ArrayList<>(stepped.rangeTable());
        int index = stepped.resultRelation();
        entries.set(index - 1, ((RangeTableEntry.Relation) entries.get(index - 1)).withRole(changed.role()));
        List<io.pglitedb.planner.query.RowCheck> checks = new ArrayList<>(changed.checks());
        checks.addAll(stepped.checks());
        return stepped.toBuilder().rangeTable(entries).checks(checks).build();
    }

    private List<Product> fired(Product product, TableDef table, List<RuleDef> rules) {
        Query query = product.query();
        rewriter.rights().add(query, 0);
        RuleAction actions = new RuleAction(query, table, catalog, session);
        List<Product> products = new ArrayList<>();
        Query otherwise = null; // the statement for the rows that no condition is for
        boolean instead = false;
        boolean returned = false;
        for (RuleDef rule : rules) {
            Expr condition = rule.condition().equals("<>") ? null : NodeTree.readExpression(rule.condition(), session);
            Origin origin =
                    !rule.instead() ? Origin.ALSO : condition == null ? Origin.INSTEAD : Origin.CONDITIONALLY_INSTEAD;
            if (origin == Origin.INSTEAD) {
                instead = true;
            }
            if (origin == Origin.CONDITIONALLY_INSTEAD && !instead) {
                otherwise = actions.withoutRowsOf(otherwise == null ? query : otherwise, condition);
            }
            for (Query action : NodeTree.readQueries(rule.action(), session)) {
                boolean returns =
                        !action.returning().isEmpty() && !query.returning().isEmpty();
                if (returns && returned) {
                    throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED, "cannot have RETURNING lists in multiple rules");
                }
                returned |= returns;
                products.add(new Product(actions.of(action, condition), origin));
            }
        }
        return finished(product, table, products, otherwise, instead, returned);
    }

    private List<Product> finished(
            Product product,
            TableDef table,
            List<Product> actions,
            Query otherwise,
            boolean unconditional,
            boolean found) {
        Query query = product.query();
        boolean instead = unconditional;
        boolean returned = found;
        boolean first = query.command() == Query.Command.INSERT;
        List<Product> products = new ArrayList<>(actions);
        boolean updatable = !instead && table.kind() == 'v' && !InsteadTriggers.exist(table, query.command(), catalog);
        if (updatable) {
            if (otherwise != null) {
                throw ViewTarget.unchangeable(
                        table, query, "Views with conditional DO INSTEAD rules are not automatically updatable.");
            }
            products.add(first ? 0 : products.size(), product.as(shown(query)));
            instead = true;
            returned = true;
        }
        List<Product> followed = products.isEmpty() ? new ArrayList<>() : followed(products, table, event(query));
        if ((instead || otherwise != null) && !query.returning().isEmpty() && !returned) {
            String event = query.command().name();
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot perform %s RETURNING on relation \"%s\"".formatted(event, table.name()))
                    .hint("You need an unconditional ON %s DO INSTEAD rule with a RETURNING clause.".formatted(event));
        }
        if (query.onConflict() != null && !products.isEmpty() && !updatable) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "INSERT with ON CONFLICT clause cannot be used with table that has INSERT or UPDATE rules");
        }
        if (!instead) {
            followed.add(first ? 0 : followed.size(), product.as(otherwise == null ? query : otherwise));
        }
        if (followed.size() > 1 && !query.commonTables().isEmpty()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "WITH cannot be used in a query that is rewritten by rules into multiple queries");
        }
        return followed;
    }

    private List<Product> followed(List<Product> products, TableDef table, char event) {
        Firing firing = new Firing(table.oid(), event);
        if (open.contains(firing)) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "infinite recursion detected in rules for relation \"%s\"".formatted(table.name()));
        }
        open.add(firing);
        List<Product> followed = new ArrayList<>();
        products.forEach(each -> followed.addAll(follow(each)));
        open.removeLast();
        return followed;
    }
}
