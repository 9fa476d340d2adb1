package io.pglitedb.executor.function;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The validator for options of connections to PostgreSQL. Source: PostgreSQL 15, `foreign.c`.
public final class ForeignFunctions {
    /// Options in the order in which hints tell them, with the class of objects that has each.
    private static final List<Map.Entry<String, Integer>> OPTIONS = List.of(
            Map.entry("authtype", ClassOid.SERVER),
            Map.entry("service", ClassOid.SERVER),
            Map.entry("user", ClassOid.USER_MAPPING),
            Map.entry("password", ClassOid.USER_MAPPING),
            Map.entry("connect_timeout", ClassOid.SERVER),
            Map.entry("dbname", ClassOid.SERVER),
            Map.entry("host", ClassOid.SERVER),
            Map.entry("hostaddr", ClassOid.SERVER),
            Map.entry("port", ClassOid.SERVER),
            Map.entry("tty", ClassOid.SERVER),
            Map.entry("options", ClassOid.SERVER),
            Map.entry("requiressl", ClassOid.SERVER),
            Map.entry("sslmode", ClassOid.SERVER),
            Map.entry("gsslib", ClassOid.SERVER));

    private ForeignFunctions() {}

    @Prosrc("postgresql_fdw_validator")
    public static boolean validate(PgArray options, int classOid) {
        List<String> valid = new ArrayList<>();
        OPTIONS.forEach(option -> {
            if (option.getValue() == classOid) {
                valid.add(option.getKey());
            }
        });
        for (Object option : options.elements()) {
            String text = option.toString();
            String name = text.substring(0, text.indexOf('='));
            if (!valid.contains(name)) {
                throw new PgException(SqlState.SYNTAX_ERROR, "invalid option \"%s\"".formatted(name))
                        .hint(
                                valid.isEmpty()
                                        ? "There are no valid options in this context."
                                        : "Valid options in this context are: " + String.join(", ", valid));
            }
        }
        return true;
    }
}
