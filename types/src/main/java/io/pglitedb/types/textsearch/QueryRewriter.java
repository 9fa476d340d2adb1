package io.pglitedb.types.textsearch;

import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.And;
import io.pglitedb.types.value.TsQuery.Node;
import io.pglitedb.types.value.TsQuery.Not;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.TsQuery.Or;
import io.pglitedb.types.value.TsQuery.Pair;
import io.pglitedb.types.value.TsQuery.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replaces every occurrence of one query inside another. AND and OR are sets of operands for it, so B & C is
/// found in A & B & C. Behaviour: PostgreSQL 15, `ts_rewrite`.
final class QueryRewriter {
    /// A node whose AND or OR has any number of children, in `ORDER` and not of its own kind; children are in
    /// PostgreSQL's order, right before left.
    private record Tree(Node sample, List<Tree> children, boolean replaced) {
        boolean isSet() {
            return sample instanceof And || sample instanceof Or;
        }

        Tree with(List<Tree> newChildren) {
            return new Tree(sample, newChildren, replaced);
        }
    }

    private static final Comparator<Tree> ORDER = QueryRewriter::compare;

    private final Tree target;
    private final Tree substitute;

    private QueryRewriter(Tree target, Tree substitute) {
        this.target = target;
        this.substitute = substitute;
    }

    static TsQuery rewrite(TsQuery query, TsQuery target, TsQuery substitute) {
        if (query.isEmpty() || target.isEmpty()) {
            return query;
        }
        Tree replacement = substitute.isEmpty() ? null : binary(substitute.root(), true);
        Tree rewritten = new QueryRewriter(flat(target.root()), replacement).replace(flat(query.root()));
        return rewritten == null ? TsQuery.EMPTY : new TsQuery(node(rewritten));
    }

    /// As it is: two children at most, not sorted.
    private static Tree binary(Node node, boolean replaced) {
        List<Tree> children = switch (node) {
            case Operand _ -> List.of();
            case Not(Node operand) -> List.of(binary(operand, replaced));
            case Pair pair -> List.of(binary(pair.right(), replaced), binary(pair.left(), replaced));
        };
        return new Tree(node, children, replaced);
    }

    private static Tree flat(Node node) {
        return sorted(flatten(binary(node, false)));
    }

    private static Tree flatten(Tree tree) {
        List<Tree> children = new ArrayList<>();
        for (Tree child : tree.children) {
            Tree flat = flatten(child);
            if (tree.isSet() && flat.sample.getClass() == tree.sample.getClass()) {
                children.addAll(flat.children);
            } else {
                children.add(flat);
            }
        }
        return tree.with(children);
    }

    private static Tree sorted(Tree tree) {
        List<Tree> children = new ArrayList<>();
        for (Tree child : tree.children) {
            children.add(sorted(child));
        }
        if (!(tree.sample instanceof Phrase)) {
            children.sort(ORDER);
        }
        return tree.with(children);
    }

    private static int compare(Tree left, Tree right) {
        int order = Integer.compare(QueryOrder.kind(right.sample), QueryOrder.kind(left.sample));
        if (order != 0) {
            return order;
        }
        if (left.sample instanceof Operand) {
            return QueryOrder.NODES.compare(left.sample, right.sample);
        }
        order = Integer.compare(right.children.size(), left.children.size());
        for (int i = 0; order == 0 && i < left.children.size(); i++) {
            order = compare(left.children.get(i), right.children.get(i));
        }
        if (order == 0 && left.sample instanceof Phrase(Node _, Node _, int distance)) {
            order = Integer.compare(((Phrase) right.sample).distance(), distance);
        }
        return order;
    }

    /// Null when nothing is left.
    private Tree replace(Tree tree) {
        Tree here = replaceHere(tree);
        if (here == null || here.replaced || here.sample instanceof Operand) {
            return here;
        }
        List<Tree> children = new ArrayList<>();
        for (Tree child : here.children) {
            Tree replaced = replace(child);
            if (replaced != null) {
                children.add(replaced);
            }
        }
        if (children.isEmpty()) {
            return null;
        }
        return children.size() == 1 && !(here.sample instanceof Not) ? children.getFirst() : here.with(children);
    }

    private Tree replaceHere(Tree tree) {
        if (tree.replaced || QueryOrder.kind(tree.sample) != QueryOrder.kind(target.sample)) {
            return tree;
        }
        if (tree.children.size() == target.children.size()) {
            return compare(tree, target) == 0 ? substitute : tree;
        }
        return tree.children.size() > target.children.size() ? replaceSubset(tree) : tree;
    }

    private Tree replaceSubset(Tree tree) {
        List<Tree> rest = new ArrayList<>();
        int matched = 0;
        for (Tree child : tree.children) {
            boolean matches = matched < target.children.size() && compare(child, target.children.get(matched)) == 0;
            if (matches) {
                matched++;
            } else {
                rest.add(child);
            }
        }
        if (matched < target.children.size()) {
            return tree;
        }
        if (substitute != null) {
            rest.add(substitute);
        }
        return sorted(tree.with(rest));
    }

    private static Node node(Tree tree) {
        return switch (tree.sample) {
            case Operand operand -> operand;
            case Not _ -> new Not(node(tree.children.getFirst()));
            case Phrase phrase -> new Phrase(node(tree.children.get(1)), node(tree.children.get(0)), phrase.distance());
            case And _, Or _ -> pairs(tree);
        };
    }

    /// The first two become one, which then is the first, and the last moves up to be the second.
    private static Node pairs(Tree set) {
        List<Node> children = new ArrayList<>();
        set.children.forEach(child -> children.add(node(child)));
        while (children.size() > 2) {
            Node last = children.removeLast();
            Node first = pair(set, children.get(0), children.get(1));
            children.set(0, first);
            children.set(1, last);
        }
        return pair(set, children.get(0), children.get(1));
    }

    private static Node pair(Tree set, Node right, Node left) {
        return set.sample instanceof And ? new And(left, right) : new Or(left, right);
    }
}
