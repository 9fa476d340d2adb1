package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ObjectAddress;
import java.util.Collection;
import java.util.Set;

/// An analyzed expression or query to be kept in the catalog.
///
/// @param tree node tree text
/// @param references what it refers to: columns, functions, types, collations …
public record Expression(String tree, Set<ObjectAddress> references) {
    public Expression {
        references = Set.copyOf(references);
    }

    public static Expression of(String tree, Collection<ObjectAddress> references) {
        return new Expression(tree, Set.copyOf(references));
    }
}
