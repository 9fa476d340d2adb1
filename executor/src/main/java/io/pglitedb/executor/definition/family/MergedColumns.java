package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.executor.definition.ColumnSpec;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The columns of a new table: those of its parents first, in their order, then its own; columns of one name
/// become one. Source: PostgreSQL's MergeAttributes.
public final class MergedColumns {
    private final Definition definition;
    private final CatalogView view;
    private final boolean partition;
    private final List<Column> columns = new ArrayList<>();

    /// A column as it grows.
    private static final class Column {
        private NewColumn column;
        private ColumnSpec own;
        private ColumnSpec.StoredDefault inherited;
        private boolean conflict;
    }

    public MergedColumns(Definition definition, boolean partition) {
        this.definition = definition;
        this.view = definition.view();
        this.partition = partition;
    }

    /// @param own the columns that the statement writes
    public List<ColumnSpec> merge(List<TableDef> parents, List<ColumnSpec> own) {
        parents.forEach(this::add);
        int inherited = columns.size();
        for (int i = 0; i < own.size(); i++) {
            ColumnSpec spec = own.get(i);
            int place = find(spec.name());
            if (place < 0 || place >= inherited) {
                Column added = new Column();
                added.column = spec.column();
                added.own = spec;
                columns.add(added);
            } else {
                note(spec, place == i);
                mergeOwn(columns.get(place), spec);
            }
        }
        return columns.stream().map(this::finished).toList();
    }

    private int find(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column.name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void add(TableDef parent) {
        for (ColumnDef column : parent.columns()) {
            if (column.dropped()) {
                continue;
            }
            int place = find(column.name());
            Column merged;
            if (place < 0) {
                merged = new Column();
                merged.column = inherited(column);
                columns.add(merged);
            } else {
                merged = columns.get(place);
                definition.notice("merging multiple inherited definitions of column \"%s\"".formatted(column.name()));
                mergeInherited(merged, column);
            }
            if (column.defaultExpression().isPresent()) {
                mergeDefault(merged, parent, column.defaultExpression().get());
            }
        }
    }

    private static NewColumn inherited(ColumnDef column) {
        return new NewColumn(
                column.name(),
                column.type(),
                column.typmod(),
                column.dimensions(),
                column.collation(),
                column.notNull(),
                ' ',
                column.generated(),
                false,
                1,
                column.storage(),
                column.compression());
    }

    private void mergeInherited(Column merged, ColumnDef column) {
        NewColumn now = merged.column;
        requireSame("inherited column \"%s\" has a", now, column.type(), column.typmod(), column.collation());
        if (now.storage() != column.storage()) {
            throw conflict("inherited column \"%s\" has a storage parameter conflict", now)
                    .detail("%s versus %s".formatted(storage(now.storage()), storage(column.storage())));
        }
        if (now.generated() != column.generated()) {
            throw conflict("inherited column \"%s\" has a generation conflict", now);
        }
        merged.column = changed(now, now.notNull() || column.notNull(), now.identity(), false, now.parentCount() + 1);
    }

    private void mergeDefault(Column merged, TableDef parent, String tree) {
        if (merged.inherited == null) {
            merged.inherited = new ColumnSpec.StoredDefault(parent, tree);
        } else {
            merged.conflict |= !merged.inherited.tree().equals(tree);
        }
    }

    private void note(ColumnSpec spec, boolean inPlace) {
        if (partition) {
            return;
        }
        if (inPlace) {
            definition.notice("merging column \"%s\" with inherited definition".formatted(spec.name()));
        } else {
            definition
                    .session()
                    .report(Report.notice(
                                    "moving and merging column \"%s\" with inherited definition".formatted(spec.name()))
                            .withDetail("User-specified column moved to the position of the inherited column."));
        }
    }

    private void mergeOwn(Column merged, ColumnSpec spec) {
        NewColumn now = merged.column;
        NewColumn own = spec.column();
        if (!partition) {
            requireSame("column \"%s\" has a", now, own.type(), own.typmod(), own.collation());
        }
        requireGeneration(now, spec);
        merged.own = spec;
        merged.column = changed(now, now.notNull() || own.notNull(), own.identity(), !partition, now.parentCount());
        if (spec.value().isPresent() || spec.generated().isPresent() || spec.serial()) {
            merged.inherited = null;
            merged.conflict = false;
        }
    }

    private static void requireGeneration(NewColumn inherited, ColumnSpec spec) {
        boolean generated = inherited.generated() != ' ';
        if (generated && (spec.value().isPresent() || spec.serial())) {
            throw invalid("column \"%s\" inherits from generated column but specifies default", inherited);
        }
        if (generated && spec.identity().isPresent()) {
            throw invalid("column \"%s\" inherits from generated column but specifies identity", inherited);
        }
        if (!generated && spec.generated().isPresent()) {
            throw invalid("child column \"%s\" specifies generation expression", inherited)
                    .hint("Omit the generation expression in the definition of the child table column to inherit the"
                            + " generation expression from the parent table.");
        }
    }

    private void requireSame(String message, NewColumn now, int type, int typmod, int collation) {
        if (now.type() != type || now.typmod() != typmod) {
            throw conflict(message + " type conflict", now)
                    .detail("%s versus %s"
                            .formatted(view.formatType(now.type(), now.typmod()), view.formatType(type, typmod)));
        }
        if (now.collation() != collation) {
            throw new PgException(SqlState.COLLATION_MISMATCH, (message + " collation conflict").formatted(now.name()))
                    .detail("\"%s\" versus \"%s\""
                            .formatted(
                                    view.collation(now.collation()).name(),
                                    view.collation(collation).name()));
        }
    }

    private static PgException conflict(String message, NewColumn column) {
        return new PgException(SqlState.DATATYPE_MISMATCH, message.formatted(column.name()));
    }

    private static PgException invalid(String message, NewColumn column) {
        return new PgException(SqlState.INVALID_COLUMN_DEFINITION, message.formatted(column.name()));
    }

    static String storage(char storage) {
        return switch (storage) {
            case 'e' -> "EXTERNAL";
            case 'm' -> "MAIN";
            case 'x' -> "EXTENDED";
            default -> "PLAIN";
        };
    }

    private static NewColumn changed(NewColumn column, boolean notNull, char identity, boolean local, int parents) {
        return new NewColumn(
                column.name(),
                column.type(),
                column.typmod(),
                column.dimensions(),
                column.collation(),
                notNull,
                identity,
                column.generated(),
                local,
                parents,
                column.storage(),
                column.compression());
    }

    private ColumnSpec finished(Column merged) {
        if (merged.conflict) {
            boolean generated = merged.column.generated() != ' ';
            throw invalid(
                            generated
                                    ? "column \"%s\" inherits conflicting generation expressions"
                                    : "column \"%s\" inherits conflicting default values",
                            merged.column)
                    .hint("To resolve the conflict, specify a %s explicitly."
                            .formatted(generated ? "generation expression" : "default"));
        }
        Optional<ColumnSpec.StoredDefault> stored = Optional.ofNullable(merged.inherited);
        ColumnSpec own = merged.own;
        return own == null
                ? new ColumnSpec(
                        merged.column, Optional.empty(), Optional.empty(), Optional.empty(), false, List.of(), stored)
                : new ColumnSpec(
                        merged.column,
                        own.value(),
                        own.generated(),
                        own.identity(),
                        own.serial(),
                        own.keys(),
                        stored.or(own::stored));
    }
}
