package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.ColumnRef;
import io.pglitedb.planner.ast.AstExpr.GroupingSet;
import io.pglitedb.planner.ast.AstExpr.GroupingSetKind;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.AstExpr.NullConst;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.ast.IntoClause;
import io.pglitedb.planner.ast.IntoClause.OnCommit;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RangeVar.Persistence;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.SelectStmt.Body;
import io.pglitedb.planner.ast.SelectStmt.Distinct;
import io.pglitedb.planner.ast.SelectStmt.LockStrength;
import io.pglitedb.planner.ast.SelectStmt.LockWait;
import io.pglitedb.planner.ast.SelectStmt.LockingClause;
import io.pglitedb.planner.ast.SelectStmt.Operation;
import io.pglitedb.planner.ast.SelectStmt.Plain;
import io.pglitedb.planner.ast.SelectStmt.SetOperation;
import io.pglitedb.planner.ast.SelectStmt.Values;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.planner.ast.SortBy.Direction;
import io.pglitedb.planner.ast.SortBy.Nulls;
import io.pglitedb.planner.ast.WindowDef;
import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// SELECT, VALUES, TABLE, set operations of them, and the clauses that apply to the whole: ORDER BY, LIMIT, FOR
/// UPDATE.
final class SelectParser {
    private final TokenStream tokens;
    private final Grammar grammar;
    /// By the cursor at the opening parenthesis.
    private Map<Integer, Parenthesized> known = Map.of();

    private record Parenthesized(SelectStmt query, int end) {}

    SelectParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At an opening parenthesis: whether the first word behind all of them starts a query.
    boolean mayStartHere() {
        int ahead = 0;
        while (tokens.peek(ahead).is("(")) {
            ahead++;
        }
        Token word = tokens.peek(ahead);
        return ahead > 0 && (word.is("select") || word.is("values") || word.is("with") || word.is("table"));
    }

    /// `(query)`: select_with_parens. What one reading of the grammar has found here another need not read again:
    /// nested `((SELECT …) + 1)` would take twice the time at each level.
    SelectStmt parenthesized() {
        int start = tokens.mark();
        Parenthesized found = known.get(start);
        if (found != null) {
            tokens.rewind(found.end());
            return found.query();
        }
        tokens.expect("(");
        SelectStmt query = query();
        tokens.expect(")");
        if (known.isEmpty()) {
            known = new HashMap<>();
        }
        known.put(start, new Parenthesized(query, tokens.mark()));
        return query;
    }

    /// A query with its WITH clause, if it has one.
    SelectStmt query() {
        return query(tokens.at("with") ? grammar.modifications.withClause() : null);
    }

    SelectStmt query(WithClause with) {
        SelectStmt body = setOperations();
        return options(body, with);
    }

    /// Puts WITH, ORDER BY, LIMIT and locking around a body. A parenthesized query that has one already keeps it
    /// and may not get a second.
    private SelectStmt options(SelectStmt inner, WithClause with) {
        int orderLocation = tokens.location();
        List<SortBy> orderBy = optionalOrderBy();
        List<LockingClause> locking = new ArrayList<>();
        Limit limit = Limit.NONE;
        boolean changed = true;
        while (changed) {
            changed = false;
            if (tokens.at("for") && isLocking()) {
                lockingClauses(locking);
                changed = true;
            }
            if (limit == Limit.NONE && (tokens.at("limit") || tokens.at("offset") || tokens.at("fetch"))) {
                limit = limit();
                changed = true;
            }
        }
        if (!orderBy.isEmpty() && !inner.orderBy().isEmpty()) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "multiple ORDER BY clauses not allowed", orderLocation);
        }
        if (limit.offset != null && inner.limitOffset() != null) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "multiple OFFSET clauses not allowed", limit.offset.location());
        }
        if (limit.count != null && inner.limitCount() != null) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "multiple LIMIT clauses not allowed", limit.count.location());
        }
        if (with != null && inner.with() != null) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "multiple WITH clauses not allowed", with.location());
        }
        List<SortBy> order = orderBy.isEmpty() ? inner.orderBy() : orderBy;
        if (limit.withTies && order.isEmpty()) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "WITH TIES cannot be specified without ORDER BY clause", -1);
        }
        for (LockingClause lock : locking) {
            if (limit.withTies && lock.waiting() == LockWait.SKIP) {
                throw tokens.errorAt(
                        SqlState.SYNTAX_ERROR, "SKIP LOCKED and WITH TIES options cannot be used together", -1);
            }
        }
        locking.addAll(0, inner.locking());
        return new SelectStmt(
                with != null ? with : inner.with(),
                inner.body(),
                order,
                limit.offset != null ? limit.offset : inner.limitOffset(),
                limit.count != null ? limit.count : inner.limitCount(),
                limit.withTies || inner.withTies(),
                List.copyOf(locking));
    }

    /// UNION and EXCEPT, left-associative; INTERSECT binds tighter.
    private SelectStmt setOperations() {
        SelectStmt left = intersections();
        while (tokens.at("union") || tokens.at("except")) {
            Operation operation = tokens.next().is("union") ? Operation.UNION : Operation.EXCEPT;
            boolean all = allOrDistinct();
            left = SelectStmt.of(new SetOperation(operation, all, left, intersections()));
        }
        return left;
    }

    private SelectStmt intersections() {
        SelectStmt left = simple();
        while (tokens.accept("intersect")) {
            boolean all = allOrDistinct();
            left = SelectStmt.of(new SetOperation(Operation.INTERSECT, all, left, simple()));
        }
        return left;
    }

    private boolean allOrDistinct() {
        if (tokens.accept("all")) {
            return true;
        }
        tokens.accept("distinct");
        return false;
    }

    private SelectStmt simple() {
        if (tokens.at("(")) {
            return parenthesized();
        }
        if (tokens.at("values")) {
            return SelectStmt.of(values());
        }
        if (tokens.accept("table")) {
            return SelectStmt.of(table(grammar.names.relation()));
        }
        return SelectStmt.of(plain());
    }

    Values values() {
        tokens.expect("values");
        List<List<AstExpr>> rows = new ArrayList<>();
        do {
            tokens.expect("(");
            rows.add(grammar.expressions.expressionList());
            tokens.expect(")");
        } while (tokens.accept(","));
        return new Values(List.copyOf(rows));
    }

    /// `TABLE t` is `SELECT * FROM t`.
    private static Body table(RangeVar relation) {
        ResTarget star = new ResTarget(null, List.of(), new ColumnRef(List.of(), true, -1), -1);
        return new Plain(null, List.of(star), null, List.of(relation), null, List.of(), false, null, List.of());
    }

    private Plain plain() {
        tokens.expect("select");
        Distinct distinct = distinct();
        boolean needsTargets = distinct != null;
        List<ResTarget> targets = needsTargets || atTargets() ? targetList() : List.of();
        IntoClause into = tokens.accept("into") ? into() : null;
        List<FromItem> from = tokens.accept("from") ? grammar.from.fromList() : List.of();
        AstExpr where = tokens.accept("where") ? grammar.expressions.expression() : null;
        List<AstExpr> groupBy = List.of();
        boolean groupDistinct = false;
        if (tokens.at("group", "by")) {
            tokens.next();
            tokens.next();
            groupDistinct = tokens.accept("distinct");
            if (!groupDistinct) {
                tokens.accept("all");
            }
            groupBy = groupByList();
        }
        AstExpr having = tokens.accept("having") ? grammar.expressions.expression() : null;
        List<WindowDef> windows = grammar.windows.optionalWindowClause();
        return new Plain(distinct, targets, into, from, where, groupBy, groupDistinct, having, windows);
    }

    private Distinct distinct() {
        if (tokens.accept("distinct")) {
            if (!tokens.accept("on")) {
                return new SelectStmt.DistinctAll();
            }
            tokens.expect("(");
            List<AstExpr> expressions = grammar.expressions.expressionList();
            tokens.expect(")");
            return new SelectStmt.DistinctOn(expressions);
        }
        tokens.accept("all");
        return null;
    }

    /// SELECT may have no target at all.
    private boolean atTargets() {
        return tokens.at(",") || !endsTarget(tokens.peek());
    }

    /// Whether a token stands behind the last or any but the last target.
    static boolean endsTarget(Token token) {
        return switch (token.kind()) {
            case END -> true;
            case SYMBOL -> token.is(",") || token.is(")") || token.is(";");
            case KEYWORD ->
                switch (token.text()) {
                    case "from",
                            "into",
                            "where",
                            "group",
                            "having",
                            "window",
                            "union",
                            "intersect",
                            "except",
                            "order",
                            "limit",
                            "offset",
                            "fetch",
                            "for" -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    List<ResTarget> targetList() {
        List<ResTarget> targets = new ArrayList<>();
        do {
            targets.add(target());
        } while (tokens.accept(","));
        return List.copyOf(targets);
    }

    private ResTarget target() {
        int location = tokens.location();
        if (tokens.accept("*")) {
            return new ResTarget(null, List.of(), new ColumnRef(List.of(), true, location), location);
        }
        AstExpr value = grammar.expressions.expression();
        String label = null;
        if (tokens.accept("as")) {
            label = tokens.label();
        } else if (tokens.atBareLabel()) {
            label = tokens.label();
        }
        return new ResTarget(label, List.of(), value, location);
    }

    private IntoClause into() {
        Persistence persistence = grammar.clauses.persistence();
        tokens.accept("table");
        RangeVar relation = grammar.names.qualifiedName().withPersistence(persistence);
        return new IntoClause(relation, List.of(), null, List.of(), OnCommit.NONE, null, true);
    }

    private List<AstExpr> groupByList() {
        List<AstExpr> items = new ArrayList<>();
        do {
            items.add(groupByItem());
        } while (tokens.accept(","));
        return List.copyOf(items);
    }

    private AstExpr groupByItem() {
        int location = tokens.location();
        if (tokens.at("(") && tokens.peek(1).is(")")) {
            tokens.next();
            tokens.next();
            return new GroupingSet(GroupingSetKind.EMPTY, List.of(), location);
        }
        if (tokens.at("rollup", "(") || tokens.at("cube", "(")) {
            GroupingSetKind kind = tokens.next().is("rollup") ? GroupingSetKind.ROLLUP : GroupingSetKind.CUBE;
            tokens.expect("(");
            List<AstExpr> content = grammar.expressions.expressionList();
            tokens.expect(")");
            return new GroupingSet(kind, content, location);
        }
        if (tokens.at("grouping", "sets")) {
            tokens.next();
            tokens.next();
            tokens.expect("(");
            List<AstExpr> content = groupByList();
            tokens.expect(")");
            return new GroupingSet(GroupingSetKind.SETS, content, location);
        }
        return grammar.expressions.expression();
    }

    List<SortBy> optionalOrderBy() {
        if (!tokens.at("order")) {
            return List.of();
        }
        tokens.next();
        tokens.expect("by");
        List<SortBy> keys = new ArrayList<>();
        do {
            keys.add(sortKey());
        } while (tokens.accept(","));
        return List.copyOf(keys);
    }

    private SortBy sortKey() {
        AstExpr expression = grammar.expressions.expression();
        int location = -1;
        Direction direction = Direction.DEFAULT;
        List<String> operator = List.of();
        if (tokens.accept("asc")) {
            direction = Direction.ASC;
        } else if (tokens.accept("desc")) {
            direction = Direction.DESC;
        } else if (tokens.accept("using")) {
            direction = Direction.USING;
            location = tokens.location();
            operator = grammar.names.operator();
        }
        return new SortBy(expression, direction, nulls(), operator, location);
    }

    private Nulls nulls() {
        if (tokens.acceptMerged("nulls", "first")) {
            return Nulls.FIRST;
        }
        return tokens.acceptMerged("nulls", "last") ? Nulls.LAST : Nulls.DEFAULT;
    }

    /// At FOR.
    private boolean isLocking() {
        return switch (tokens.word(1)) {
            case "update", "share", "no", "key", "read" -> true;
            default -> {
                tokens.mayReadOn(1);
                yield false;
            }
        };
    }

    private void lockingClauses(List<LockingClause> clauses) {
        while (tokens.at("for") && isLocking()) {
            tokens.next();
            if (tokens.accept("read")) {
                tokens.expect("only");
                continue;
            }
            LockStrength strength = strength();
            List<RangeVar> relations = new ArrayList<>();
            if (tokens.accept("of")) {
                do {
                    relations.add(grammar.names.qualifiedName());
                } while (tokens.accept(","));
            }
            LockWait waiting = LockWait.BLOCK;
            if (tokens.accept("nowait")) {
                waiting = LockWait.ERROR;
            } else if (tokens.accept("skip")) {
                tokens.expect("locked");
                waiting = LockWait.SKIP;
            }
            clauses.add(new LockingClause(List.copyOf(relations), strength, waiting));
        }
    }

    private LockStrength strength() {
        if (tokens.accept("update")) {
            return LockStrength.UPDATE;
        }
        if (tokens.accept("share")) {
            return LockStrength.SHARE;
        }
        if (tokens.accept("no")) {
            tokens.expect("key");
            tokens.expect("update");
            return LockStrength.NO_KEY_UPDATE;
        }
        tokens.expect("key");
        tokens.expect("share");
        return LockStrength.KEY_SHARE;
    }

    /// @param count NullConst for LIMIT ALL
    private record Limit(AstExpr offset, AstExpr count, boolean withTies) {
        static final Limit NONE = new Limit(null, null, false);
    }

    private Limit limit() {
        AstExpr offset = null;
        AstExpr count = null;
        boolean withTies = false;
        int location = tokens.location();
        while (true) {
            if (offset == null && tokens.accept("offset")) {
                offset = grammar.expressions.expression();
                if (!tokens.accept("rows")) {
                    tokens.accept("row");
                }
            } else if (count == null && tokens.at("limit")) {
                tokens.next();
                int all = tokens.location();
                count = tokens.accept("all") ? new NullConst(all) : grammar.expressions.expression();
                if (tokens.accept(",")) {
                    grammar.expressions.expression();
                    throw tokens.errorAt(SqlState.SYNTAX_ERROR, "LIMIT #,# syntax is not supported", location)
                            .hint("Use separate LIMIT and OFFSET clauses.");
                }
            } else if (count == null && tokens.at("fetch")) {
                count = fetchCount();
                withTies = fetchTies();
            } else {
                return new Limit(offset, count, withTies);
            }
        }
    }

    private AstExpr fetchCount() {
        tokens.next();
        if (!tokens.accept("first")) {
            tokens.expect("next");
        }
        int location = tokens.location();
        if (tokens.at("row") || tokens.at("rows")) {
            return new IntegerConst(1, location);
        }
        return grammar.primaries.signedOrPrimary();
    }

    private boolean fetchTies() {
        if (!tokens.accept("rows")) {
            tokens.expect("row");
        }
        if (tokens.accept("only")) {
            return false;
        }
        tokens.expect("with");
        tokens.expect("ties");
        return true;
    }
}
