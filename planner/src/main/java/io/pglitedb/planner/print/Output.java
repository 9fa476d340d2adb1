package io.pglitedb.planner.print;

/// The text as it grows, with its indentation.
final class Output {
    static final int STANDARD = 8;
    static final int JOIN = 4;
    static final int LIST = 4;
    private static final int INDENT_MAX = 40;

    final Style style;
    private final StringBuilder text = new StringBuilder();
    private int level;

    Output(Style style, int level) {
        this.style = style;
        this.level = level;
    }

    Output put(String part) {
        text.append(part);
        return this;
    }

    int length() {
        return text.length();
    }

    void truncate(int length) {
        text.setLength(length);
    }

    String from(int start) {
        return text.substring(start);
    }

    void insert(int at, String part) {
        text.insert(at, part);
    }

    int level() {
        return level;
    }

    void indent(int by) {
        level = Math.max(0, level + by);
    }

    /// Starts a line with the key word, when lines are broken at all.
    ///
    /// @param before changes the level for this line and those after
    /// @param after changes it for those after
    /// @param plus for this line only
    void keyword(String word, int before, int after, int plus) {
        if (!style.indent()) {
            text.append(word);
            return;
        }
        level += before;
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n').append(" ".repeat(Math.max(0, columns() + plus)));
        text.append(word);
        indent(after);
    }

    /// Deep nesting grows more slowly.
    private int columns() {
        return level < INDENT_MAX
                ? Math.max(0, level)
                : INDENT_MAX + (level - INDENT_MAX) / (STANDARD / 2) % INDENT_MAX;
    }

    /// Length of the line being written.
    int lineLength() {
        return text.length() - (text.lastIndexOf("\n") + 1);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
