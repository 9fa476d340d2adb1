package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Select lists. Source: `get_target_list`.
final class TargetPrinter {
    private static final String UNNAMED = "?column?";

    private final ExpressionPrinter expressions;
    private final QueryColumns columns;
    private final Output out;

    TargetPrinter(ExpressionPrinter expressions, QueryColumns columns, Output out) {
        this.expressions = expressions;
        this.columns = columns;
        this.out = out;
    }

    /// @param names to be given to the columns; their own where the list ends
    /// @param visible whether somebody outside may name the columns
    void print(List<TargetEntry> targets, List<String> names, boolean visible) {
        int number = 0;
        String separator = " ";
        boolean afterBreak = false; // the item before took several lines
        for (TargetEntry target : targets) {
            if (target.junk()) {
                continue;
            }
            out.put(separator);
            separator = ", ";
            int start = out.length();
            int lineLength = out.lineLength();
            Expr expression = target.expression();
            expressions.printWhole(expression, true);
            String known = columns.plainName(expression);
            String name = number < names.size() ? names.get(number) : target.name();
            if (name != null && !name.equals(known) && (known != null || visible || !name.equals(UNNAMED))) {
                out.put(" AS ").put(Quoting.identifier(name));
            }
            number++;
            if (out.style.indent() && out.style.wrapColumn() >= 0) {
                start -= out.from(start - 1).startsWith("\n") ? 1 : 0; // CASE has taken the space before it
                boolean broken = out.from(start).indexOf('\n', 1) >= 0;
                if (number > 1) {
                    wrap(start, lineLength, afterBreak);
                }
                afterBreak = broken;
            }
        }
    }

    /// Breaks the line before what was printed from there on.
    private void wrap(int start, int lineLength, boolean afterBreak) {
        String item = out.from(start);
        boolean tooLong = afterBreak || lineLength + item.length() > out.style.wrapColumn();
        if (tooLong && !item.startsWith("\n")) {
            out.truncate(start);
            out.keyword("", -Output.STANDARD, Output.STANDARD, Output.LIST);
            out.put(item);
        }
    }
}
