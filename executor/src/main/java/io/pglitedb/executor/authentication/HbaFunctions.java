package io.pglitedb.executor.authentication;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/// The file of the rules as a view shows it.
public final class HbaFunctions {
    private HbaFunctions() {}

    /// The classes of this package with functions.
    public static final class Family implements FunctionFamily {
        @Override
        public List<Class<?>> classes() {
            return List.of(HbaFunctions.class);
        }
    }

    /// Rows of pg_hba_file_rules: of the file as it is now, not of the rules in force.
    @Prosrc("pg_hba_file_rules")
    public static Iterator<Object> rules(CallContext call) {
        HbaFile file =
                call.session().as(Backend.class).instance().authentication().file();
        try {
            return file.entries().stream().map(entry -> (Object) row(entry)).iterator();
        } catch (IOException failure) {
            throw new PgException(
                    SqlState.IO_ERROR,
                    "could not open configuration file \"%s\": %s".formatted(file.path(), failure.getMessage()));
        }
    }

    private static Object[] row(HbaFile.Entry entry) {
        HbaRule rule = entry.rule();
        return rule == null
                ? new Object[] {entry.line(), null, null, null, null, null, null, null, Utf8.of(entry.fault())}
                : new Object[] {
                    entry.line(),
                    Utf8.of(rule.type().word()),
                    words(rule.databases()),
                    words(rule.roles()),
                    text(rule.address().text()),
                    text(rule.address().mask()),
                    Utf8.of(rule.method().word()),
                    null,
                    null
                };
    }

    private static Utf8 text(String text) {
        return text == null ? null : Utf8.of(text);
    }

    private static PgArray words(List<HbaRule.Word> words) {
        return PgArray.of(
                Oids.TEXT, words.stream().map(word -> Utf8.of(word.text())).toArray());
    }
}
