package io.pglitedb.planner.print;

/// How text is laid out.
///
/// @param fewParentheses leaves out those that precedence makes needless
/// @param indent breaks lines
/// @param wrapColumn a list longer than that is broken; 0 breaks after each element, -1 never
public record Style(boolean fewParentheses, boolean indent, int wrapColumn) {
    /// One line, all parentheses: EXPLAIN's.
    public static final Style LINE = new Style(false, false, -1);
    /// What the pg_get_… functions give.
    public static final Style PLAIN = new Style(false, true, 0);
    /// What they give when asked for a pretty form.
    public static final Style PRETTY = new Style(true, true, 0);

    public Style withWrapColumn(int column) {
        return new Style(fewParentheses, indent, column);
    }
}
