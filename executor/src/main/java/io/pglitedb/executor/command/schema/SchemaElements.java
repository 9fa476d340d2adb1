package io.pglitedb.executor.command.schema;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.CommandRegistry;
import io.pglitedb.planner.ast.PrivilegeStatement;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateIndex;
import io.pglitedb.planner.ast.TableStatement.CreateSequence;
import io.pglitedb.planner.ast.TableStatement.CreateTable;
import io.pglitedb.planner.ast.TableStatement.CreateView;
import io.pglitedb.planner.ast.TriggerStatement.CreateTrigger;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The statements inside CREATE SCHEMA: each runs with the schema first in the search path, in the order that
/// their kinds need each other. Source of the order: PostgreSQL's transformCreateSchemaStmt.
final class SchemaElements {
    private SchemaElements() {}

    /// 42P15 when one names another schema.
    static void requireWithin(String schema, List<Statement> elements) {
        for (Statement element : elements) {
            RangeVar name = name(element);
            if (name != null && name.schema() != null && !name.schema().equals(schema)) {
                throw new PgException(
                        SqlState.INVALID_SCHEMA_DEFINITION,
                        "CREATE specifies a schema (%s) different from the one being created (%s)"
                                .formatted(name.schema(), schema));
            }
        }
    }

    /// Null for what names no relation to be made in the schema.
    private static RangeVar name(Statement element) {
        return switch (element) {
            case CreateSequence sequence -> sequence.sequence();
            case CreateTable table -> table.relation();
            case CreateView view -> view.view();
            case CreateIndex index -> index.relation();
            case CreateTrigger trigger -> trigger.relation();
            default -> null;
        };
    }

    private static int rank(Statement element) {
        return switch (element) {
            case CreateSequence ignored -> 0;
            case CreateTable ignored -> 1;
            case CreateView ignored -> 2;
            case CreateIndex ignored -> 3;
            case CreateTrigger ignored -> 4;
            case PrivilegeStatement ignored -> 5;
            default -> throw new IllegalStateException("no element of a schema: " + element);
        };
    }

    static void run(String schema, int owner, List<Statement> elements, CommandCall call) {
        List<Statement> ordered = new ArrayList<>(elements);
        ordered.sort(Comparator.comparingInt(SchemaElements::rank));
        SessionSettings settings = call.session().variables().stored();
        String path = Quoting.identifier(schema) + ", " + settings.show("search_path");
        int level = settings.begin();
        try {
            settings.set("search_path", path, true, true);
            call.session().identity().as(owner, () -> {
                ordered.forEach(element -> run(element, call));
                return null;
            });
        } finally {
            settings.end(level, false);
        }
    }

    private static <S extends Statement> void run(S element, CommandCall call) {
        Command<S> command = CommandRegistry.standard().get(element);
        command.run(element, call);
    }
}
