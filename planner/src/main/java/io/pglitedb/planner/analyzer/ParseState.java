package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.WindowDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the analysis of one query level has found so far; the outer levels are behind `parent`.
final class ParseState {
    private final ParseState parent;
    private final TypeRules types;
    private final SessionContext session;
    private final ParameterTypes parameters;

    final List<RangeTableEntry> rangeTable = new ArrayList<>();
    List<JoinTree> joinItems = new ArrayList<>();
    List<NamespaceItem> namespace = new ArrayList<>();
    boolean lateralActive;

    final List<WithEntry> commonTables = new ArrayList<>();
    /// The WITH query that this state analyzes, else null.
    WithEntry commonTable;
    /// Names of WITH queries that are not visible yet, for a hint.
    final List<String> futureCommonTables = new ArrayList<>();

    final List<WindowDef> windowDefinitions = new ArrayList<>();
    List<SelectStmt.LockingClause> locking = List.of();
    boolean lockedFromParent;
    boolean resolveUnknowns = true;
    ExprKind kind = ExprKind.OTHER;
    int nextTargetNumber = 1;

    boolean hasAggregates;
    boolean hasWindowCalls;
    boolean hasSetReturningTargets;
    boolean hasSubLinks;
    boolean hasModifyingCommonTable;
    boolean hasRecursive;
    /// The set-returning call seen last, for nesting checks.
    Expr lastSetReturning;

    NamespaceItem target;
    /// Its OID.
    int targetTable;
    /// The table of a stand-alone expression, which the catalog may not have yet; else null.
    TableDef scopeTable;
    /// What VALUE means in a domain's CHECK, else null.
    Expr.DomainValue domainValue;
    /// Fields of the row that `SET (a, b) = ROW(…)` takes apart.
    List<Expr> assignedRow = List.of();
    /// Sources of multi-assignments seen, in order.
    final List<Expr.SubLink> multiAssignments = new ArrayList<>();

    ParseState(TypeRules types, SessionContext session, ParameterTypes parameters) {
        this.parent = null;
        this.types = types;
        this.session = session;
        this.parameters = parameters;
    }

    ParseState(ParseState parent) {
        this.parent = parent;
        this.types = parent.types;
        this.session = parent.session;
        this.parameters = parent.parameters;
    }

    ParseState parent() {
        return parent;
    }

    TypeRules types() {
        return types;
    }

    CatalogView catalog() {
        return types.catalog();
    }

    SessionContext session() {
        return session;
    }

    ParameterTypes parameters() {
        return parameters;
    }

    /// Null when there is none.
    TableDef table(int oid) {
        return scopeTable != null && scopeTable.oid() == oid
                ? scopeTable
                : catalog().table(oid);
    }

    ParseState ancestor(int levelsUp) {
        ParseState state = this;
        for (int i = 0; i < levelsUp; i++) {
            state = state.parent;
        }
        return state;
    }

    RangeTableEntry entry(int index) {
        return rangeTable.get(index - 1);
    }

    /// Adds the entry; its item is not in the namespace yet.
    NamespaceItem add(RangeTableEntry entry) {
        rangeTable.add(entry);
        return NamespaceItem.of(entry, rangeTable.size());
    }

    /// Runs with another expression kind in force.
    <T> T in(ExprKind inner, Supplier<T> work) {
        ExprKind outer = kind;
        kind = inner;
        try {
            return work.get();
        } finally {
            kind = outer;
        }
    }

    Query.Features features(boolean distinctOn) {
        return new Query.Features(
                hasAggregates,
                hasWindowCalls,
                hasSetReturningTargets,
                hasSubLinks,
                distinctOn,
                hasRecursive,
                hasModifyingCommonTable,
                !locking.isEmpty());
    }
}
