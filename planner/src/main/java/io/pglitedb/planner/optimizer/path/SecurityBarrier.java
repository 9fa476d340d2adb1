package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;

/// Keeps conditions that may tell of the rows they see behind those that hide rows. Source of the rules:
/// PostgreSQL 15, `order_qual_clauses` and security levels.
final class SecurityBarrier {
    private final CatalogView catalog;

    SecurityBarrier(CatalogView catalog) {
        this.catalog = catalog;
    }

    /// The conditions on a leaf, those of its security among them, in the order that they have to be asked in.
    List<Expr> ordered(Leaf.Table leaf, List<Expr> conditions) {
        List<Expr> security = leaf.security();
        if (security.isEmpty()) {
            return conditions;
        }
        List<Expr> ordered = new ArrayList<>();
        List<Expr> last = new ArrayList<>();
        conditions.forEach(condition -> (isSilent(condition) ? ordered : last).add(condition));
        ordered.addAll(security);
        ordered.addAll(last);
        return ordered;
    }

    /// Those of the ordered conditions that may be asked before the others, by an index.
    List<Expr> usable(Leaf.Table leaf, List<Expr> ordered) {
        List<Expr> security = leaf.security();
        return security.isEmpty()
                ? ordered
                : ordered.stream()
                        .filter(condition -> condition.equals(security.getFirst()) || isSilent(condition))
                        .toList();
    }

    /// Whether the condition tells nobody what it sees, not even by an error.
    private boolean isSilent(Expr condition) {
        return ExpressionFacts.isLeakproof(condition, catalog);
    }
}
