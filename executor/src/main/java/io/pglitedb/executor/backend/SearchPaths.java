package io.pglitedb.executor.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The setting `search_path` taken apart.
public final class SearchPaths {
    private SearchPaths() {}

    /// Names, quotes taken off and unquoted ones in lower case.
    public static List<String> split(String setting) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < setting.length()) {
            char c = setting.charAt(at);
            if (c == ',' || Character.isWhitespace(c)) {
                at++;
            } else if (c == '"') {
                StringBuilder name = new StringBuilder();
                at = quoted(setting, at + 1, name);
                add(names, name.toString());
            } else {
                int end = at;
                while (end < setting.length()
                        && setting.charAt(end) != ','
                        && !Character.isWhitespace(setting.charAt(end))) {
                    end++;
                }
                add(names, setting.substring(at, end).toLowerCase(Locale.ROOT));
                at = end;
            }
        }
        return names;
    }

    private static void add(List<String> names, String name) {
        if (!name.isEmpty()) {
            names.add(name);
        }
    }

    /// Reads up to the closing quote; the index behind it.
    private static int quoted(String setting, int from, StringBuilder name) {
        int at = from;
        while (at < setting.length()) {
            char c = setting.charAt(at++);
            if (c == '"') {
                if (at == setting.length() || setting.charAt(at) != '"') {
                    return at;
                }
                at++;
            }
            name.append(c);
        }
        return at;
    }
}
