package io.pglitedb.executor.backend;

import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.parser.ParameterizedStatement;
import io.pglitedb.planner.parser.ParameterizedStatement.Literal;
import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The session's simple statements by their texts without literals: statements that differ in literals only share
/// an analysis and a plan. See docs/decisions/004.
final class ParameterizedQueries {
    private static final int ENTRIES_MAX = 256;

    private final Backend session;
    private final Map<String, StatementSource> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StatementSource> eldest) {
            return size() > ENTRIES_MAX;
        }
    };
    private long settingChanges;

    ParameterizedQueries(Backend session) {
        this.session = session;
    }

    /// A statement that may share a plan.
    final class Lookup {
        private final String sql;
        private final ParameterizedStatement statement;
        private StatementSource source;

        private Lookup(String sql, ParameterizedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        StatementSource source() {
            return source;
        }

        /// Values of the literals for `source`; null when the statement has to be analyzed with its literals. To
        /// be called inside a transaction. Fails as the statement itself does when a literal is no value of its
        /// type.
        Object[] bind() {
            source = byKey.get(statement.key());
            if (source == null || !source.isCurrent(session)) {
                RawStatement parsed = statement.parse();
                if (StatementSource.isSelectInto(parsed.statement())) {
                    return null; // SELECT INTO is no query
                }
                source = StatementSource.of(sql, parsed, types(), false);
                byKey.remove(statement.key());
            }
            List<Integer> types;
            try {
                types = source.analysis(session).parameterTypes();
            } catch (PgException error) {
                return null;
            }
            if (types.size() != statement.literals().size()) {
                return null;
            }
            byKey.put(statement.key(), source);
            Object[] values = new Object[types.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(statement.literals().get(i), types.get(i));
            }
            return values;
        }

        private List<Integer> types() {
            List<Integer> types = new ArrayList<>();
            for (Literal literal : statement.literals()) {
                types.add(
                        switch (literal.type()) {
                            case INT4 -> Oids.INT4;
                            case INT8 -> Oids.INT8;
                            case NUMERIC -> Oids.NUMERIC;
                            case UNKNOWN -> Oids.NONE;
                        });
            }
            return types;
        }

        private Object value(Literal literal, int type) {
            if (type == Oids.INT4) {
                try {
                    return Integer.valueOf(literal.text());
                } catch (NumberFormatException e) {
                    // The type's own way words the error.
                }
            }
            try {
                return session.context().type(type).parse(Utf8.of(literal.text()), -1, session.context());
            } catch (PgException error) {
                throw Positions.inCharacters(error.at(literal.location() + 1), sql);
            }
        }
    }

    /// Null for what is no simple statement.
    Lookup find(String sql) {
        SettingValues values = session.variables().values();
        if (!values.standardConformingStrings()) {
            return null;
        }
        if (values.changes() != settingChanges) {
            byKey.clear();
            settingChanges = values.changes();
        }
        // What the lexer has to say is said when the statement is parsed as it stands.
        boolean[] noticed = {false};
        Optional<ParameterizedStatement> statement =
                ParameterizedStatement.of(sql, new ParserSettings(true, notice -> noticed[0] = true));
        return noticed[0]
                ? null
                : statement.map(found -> new Lookup(sql, found)).orElse(null);
    }
}
