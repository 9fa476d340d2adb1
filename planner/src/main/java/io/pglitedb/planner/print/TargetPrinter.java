package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Select lists. Source: `get_target_list`.
final class TargetPrinter {
    private final ExpressionPrinter expressions;
    private final QueryColumns columns;
    private final Output out;

    TargetPrinter(ExpressionPrinter expressions, QueryColumns columns, Output out) {
        this.expressions = expressions;
        this.columns = columns;
        this.out = out;
    }

    /// @param names to be given to the columns; their own where the list ends
    void print(List<TargetEntry> targets, List<String> names) {
        int number = 0;
        String separator = " ";
        for (TargetEntry target : targets) {
            if (target.junk()) {
                continue;
            }
            out.put(separator);
            separator = ", ";
            int start = out.length();
            int lineLength = out.lineLength();
            Expr expression = target.expression();
            expressions.print(expression, true);
            String known = columns.plainName(expression);
            String name = number < names.size() ? names.get(number) : target.name();
            if (name != null && !name.equals(known == null ? "?column?" : known)) {
                out.put(" AS ").put(Quoting.identifier(name));
            }
            number++;
            if (number > 1) {
                wrap(start, lineLength);
            }
        }
    }

    /// Breaks the line before what was printed from there on.
    private void wrap(int start, int lineLength) {
        if (!out.style.indent() || out.style.wrapColumn() < 0) {
            return;
        }
        String item = out.from(start);
        boolean tooLong = out.style.wrapColumn() == 0 || lineLength + item.length() > out.style.wrapColumn();
        if (tooLong && !item.startsWith("\n")) {
            out.truncate(start);
            out.keyword("", -Output.STANDARD, Output.STANDARD, Output.LIST);
            out.put(item);
        }
    }
}
