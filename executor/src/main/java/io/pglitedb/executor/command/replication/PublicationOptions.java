package io.pglitedb.executor.command.replication;

import io.pglitedb.executor.command.definition.Options;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.reference.QualifiedNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// WITH (…) of a publication, as columns of pg_publication. Source of the messages: PostgreSQL 15,
/// `parse_publication_options`.
final class PublicationOptions {
    static final String VIA_ROOT = "publish_via_partition_root";
    private static final String PUBLISH = "publish";
    private static final Map<String, String> COLUMNS =
            Map.of("insert", "pubinsert", "update", "pubupdate", "delete", "pubdelete", "truncate", "pubtruncate");

    private final Options options;

    PublicationOptions(List<DefElem> definition) {
        requireOnce(definition);
        options = new Options(definition, Set.of(PUBLISH, VIA_ROOT), element -> {
            throw new PgException(
                    SqlState.SYNTAX_ERROR, "unrecognized publication parameter: \"%s\"".formatted(element.name()));
        });
    }

    /// 42601 for an option that comes twice.
    static void requireOnce(List<DefElem> definition) {
        for (int index = 1; index < definition.size(); index++) {
            DefElem element = definition.get(index);
            if (definition.subList(0, index).stream()
                    .anyMatch(before -> before.name().equals(element.name()))) {
                throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                        .at(element.location() + 1);
            }
        }
    }

    /// Those that are given.
    Map<String, Boolean> columns() {
        Map<String, Boolean> columns = new LinkedHashMap<>();
        if (options.has(PUBLISH)) {
            COLUMNS.values().forEach(column -> columns.put(column, false));
            published(options.text(PUBLISH)).forEach(action -> columns.put(column(action), true));
        }
        if (options.has(VIA_ROOT)) {
            columns.put("pubviaroot", options.flag(VIA_ROOT, false));
        }
        return columns;
    }

    /// With what is not given as it is by default.
    Map<String, Boolean> allColumns() {
        Map<String, Boolean> columns = new LinkedHashMap<>();
        COLUMNS.values().forEach(column -> columns.put(column, true));
        columns.put("pubviaroot", false);
        columns.putAll(columns());
        return columns;
    }

    private static List<String> published(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            return List.of(text.split(",", -1)).stream()
                    .map(QualifiedNames::split)
                    .map(List::getFirst)
                    .toList();
        } catch (PgException malformed) {
            throw new PgException(SqlState.SYNTAX_ERROR, "invalid list syntax in parameter \"publish\"", malformed);
        }
    }

    private static String column(String action) {
        String column = COLUMNS.get(action);
        if (column == null) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    "unrecognized value for publication option \"publish\": \"%s\"".formatted(action));
        }
        return column;
    }
}
