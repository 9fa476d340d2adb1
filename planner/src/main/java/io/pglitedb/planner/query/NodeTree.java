package io.pglitedb.planner.query;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// The text form of analyzed trees in which the catalog keeps views, defaults, checks and index expressions, in
/// the spirit of PostgreSQL's `pg_node_tree`. `docs/storage-format.md` draws it.
///
/// ```
///   text   = version node                     version = 1
///   node   = {Class :component value …}       the record's name inside planner.query: Expr.Var, Query
///   value  = node | (value …) | <> | 42 | true | ENUM | "text" | [hex bytes]
/// ```
/// Components that are zero, false, null or an empty list are left out, so a record may gain a component whose
/// absence means the old behaviour without a new version. Source positions are dropped: they read back as
/// unknown.
public final class NodeTree {
    /// Bumped when a reader could misunderstand older text: a renamed record or component, another default.
    static final int VERSION = 1;

    private NodeTree() {}

    /// @param session finds the types of constants
    public static String write(Expr expression, SessionContext session) {
        return writeAny(expression, session);
    }

    public static String write(Query query, SessionContext session) {
        return writeAny(query, session);
    }

    public static String write(List<? extends Expr> expressions, SessionContext session) {
        return writeAny(expressions, session);
    }

    public static String writeQueries(List<Query> queries, SessionContext session) {
        return writeAny(queries, session);
    }

    public static String write(PartitionBound bound, SessionContext session) {
        return writeAny(bound, session);
    }

    private static String writeAny(Object tree, SessionContext session) {
        StringBuilder out = new StringBuilder(256).append(VERSION).append(' ');
        new NodeWriter(out, session).value(tree);
        return out.toString();
    }

    /// Whether a text is one of ours and not SQL: built-in functions keep their defaults as SQL.
    public static boolean isTree(String text) {
        return text.startsWith(VERSION + " {") || text.startsWith(VERSION + " (");
    }

    public static Expr readExpression(String text, SessionContext session) {
        return as(Expr.class, read(text, session));
    }

    /// Whether a text is a partition's bound.
    public static boolean isPartitionBound(String text) {
        return text.startsWith(VERSION + " {PartitionBound.");
    }

    public static PartitionBound readPartitionBound(String text, SessionContext session) {
        return as(PartitionBound.class, read(text, session));
    }

    public static Query readQuery(String text, SessionContext session) {
        return as(Query.class, read(text, session));
    }

    public static List<Expr> readExpressions(String text, SessionContext session) {
        return ((List<?>) as(List.class, read(text, session)))
                .stream().map(element -> as(Expr.class, element)).toList();
    }

    /// Of several queries or of one.
    public static List<Query> readQueries(String text, SessionContext session) {
        return isList(text)
                ? ((List<?>) as(List.class, read(text, session)))
                        .stream().map(element -> as(Query.class, element)).toList()
                : List.of(readQuery(text, session));
    }

    /// Whether `readQueries` finds a list: a body of statements rather than one `RETURN`.
    public static boolean isList(String text) {
        return text.startsWith(VERSION + " (");
    }

    private static Object read(String text, SessionContext session) {
        NodeReader reader = new NodeReader(text, session);
        String version = reader.word();
        if (!version.equals(Integer.toString(VERSION))) {
            throw new PgException(SqlState.DATA_CORRUPTED, "unknown node tree version \"%s\"".formatted(version));
        }
        Object tree = reader.root();
        reader.end();
        return tree;
    }

    private static <T> T as(Class<T> wanted, Object tree) {
        if (!wanted.isInstance(tree)) {
            throw new PgException(SqlState.DATA_CORRUPTED, "node tree is not a %s".formatted(wanted.getSimpleName()));
        }
        return wanted.cast(tree);
    }
}
