package io.pglitedb.server.demo;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the demonstration shows: headings, a line that tells progress, tables. Progress moves within its line on
/// a terminal only.
final class Display {
    private static final int BAR_WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter out;
    private final boolean terminal;
    private long drawnAt;

    Display(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void heading(String text) {
        line("");
        line("== " + text);
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void indented(String text) {
        text.lines().forEach(line -> line("   " + line));
    }

    /// A bar; `share` from 0 to 1.
    void progress(String what, double share) {
        long now = System.nanoTime();
        if (terminal && now - drawnAt > REDRAW_NANOS) {
            drawnAt = now;
            int full = (int) (share * BAR_WIDTH);
            out.printf(
                    "\r%-34s [%s%s] %3d %%", what, "#".repeat(full), ".".repeat(BAR_WIDTH - full), (int) (share * 100));
            out.flush();
        }
    }

    /// Takes the place of the progress.
    void done(String what, String result) {
        line((terminal ? "\r\033[K" : "") + "%-34s %s".formatted(what, result));
    }

    static String time(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 1_000 ? "%.1f ms".formatted(millis) : "%.2f s".formatted(millis / 1_000);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Reads the result to its end and shows its first rows. Gives the number of rows.
    int table(ResultSet result, int shownMax) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<String[]> rows = new ArrayList<>();
        String[] names = new String[columns.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = columns.getColumnLabel(i + 1);
        }
        rows.add(names);
        int count = 0;
        while (result.next()) {
            if (count++ < shownMax) {
                String[] row = new String[names.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = String.valueOf(result.getString(i + 1));
                }
                rows.add(row);
            }
        }
        print(rows, columns);
        if (count > shownMax) {
            indented("… " + (count - shownMax) + " more");
        }
        return count;
    }

    private void print(List<String[]> rows, ResultSetMetaData columns) throws SQLException {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row[i].length());
                text.append(i == 0 ? "" : "  ")
                        .append(isNumber(columns.getColumnType(i + 1)) ? padding + row[i] : row[i] + padding);
            }
            indented(text.toString().stripTrailing());
        }
    }

    private static boolean isNumber(int type) {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.REAL, Types.DOUBLE -> true;
            default -> false;
        };
    }
}
