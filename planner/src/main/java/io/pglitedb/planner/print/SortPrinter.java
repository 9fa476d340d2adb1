package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import java.util.List;

/// Lists of sort and group expressions. Source: `get_rule_orderby`, `get_rule_sortgroupclause`.
final class SortPrinter {
    private static final int BTREE = 403; // OID of the access method
    private static final int BTREE_LESS = 1;
    private static final int BTREE_GREATER = 5;

    private final ExpressionPrinter expressions;
    private final CatalogView catalog;
    private final Names names;
    private final Output out;

    SortPrinter(ExpressionPrinter expressions, CatalogView catalog, Names names, Output out) {
        this.expressions = expressions;
        this.catalog = catalog;
        this.names = names;
        this.out = out;
    }

    static TargetEntry target(List<TargetEntry> targets, int reference) {
        for (TargetEntry target : targets) {
            if (target.reference() == reference) {
                return target;
            }
        }
        throw new IllegalStateException("no target with reference " + reference);
    }

    void print(List<SortGroupClause> order, List<TargetEntry> targets) {
        for (int index = 0; index < order.size(); index++) {
            SortGroupClause key = order.get(index);
            out.put(index > 0 ? ", " : "");
            expression(target(targets, key.reference()));
            direction(key);
        }
    }

    void direction(SortGroupClause key) {
        int strategy = strategy(key.sortOperator());
        if (strategy == BTREE_LESS) {
            out.put(key.nullsFirst() ? " NULLS FIRST" : "");
        } else if (strategy == BTREE_GREATER) {
            out.put(key.nullsFirst() ? " DESC" : " DESC NULLS LAST");
        } else {
            out.put(" USING ").put(names.operator(key.sortOperator()));
            out.put(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    private int strategy(int operator) {
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            OperatorFamilyDef family = catalog.operatorFamily(member.family());
            if (family.method() == BTREE && (member.strategy() == BTREE_LESS || member.strategy() == BTREE_GREATER)) {
                return member.strategy();
            }
        }
        return 0;
    }

    /// References of GROUP BY or PARTITION BY.
    void group(List<SortGroupClause> keys, List<TargetEntry> targets) {
        for (int index = 0; index < keys.size(); index++) {
            out.put(index > 0 ? ", " : "");
            expression(target(targets, keys.get(index).reference()));
        }
    }

    /// A constant would be taken for a column's number: it keeps its type.
    void expression(TargetEntry target) {
        Expr expression = target.expression();
        if (expression instanceof Expr.Const constant) {
            expressions.labelled(constant);
        } else if (expression instanceof Expr.Var) {
            expressions.print(expression);
        } else {
            boolean needed = out.style.fewParentheses()
                    || expression instanceof Expr.FunctionCall
                    || expression instanceof Expr.AggregateCall
                    || expression instanceof Expr.WindowCall;
            out.put(needed ? "(" : "");
            expressions.print(expression, true);
            out.put(needed ? ")" : "");
        }
    }
}
