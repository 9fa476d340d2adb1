package io.pglitedb.executor.command.table;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.executor.definition.ColumnSpec;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// LIKE in CREATE TABLE: another relation's columns, with their types and NOT NULL.
final class LikeClause {
    private final Definition definition;
    private final TableStatement.Like like;

    LikeClause(Definition definition, TableStatement.Like like) {
        this.definition = definition;
        this.like = like;
    }

    List<ColumnSpec> columns() {
        for (TableStatement.LikeOption option : like.options()) {
            if (option.including()) {
                throw PgException.notSupported("LIKE … INCLUDING " + option.kind());
            }
        }
        TableDef source = definition.relation(like.source(), LockMode.ACCESS_SHARE);
        if ("rvmcfp".indexOf(source.kind()) < 0) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "relation \"%s\" is invalid in LIKE clause".formatted(source.name()))
                    .at(like.source().location() + 1);
        }
        List<ColumnSpec> columns = new ArrayList<>();
        for (ColumnDef column : source.columns()) {
            if (!column.dropped()) {
                columns.add(copy(column));
            }
        }
        return columns;
    }

    private static ColumnSpec copy(ColumnDef column) {
        NewColumn copy = new NewColumn(
                column.name(),
                column.type(),
                column.typmod(),
                column.dimensions(),
                column.collation(),
                column.notNull(),
                ' ',
                ' ',
                true,
                0,
                ' ',
                ' ');
        return new ColumnSpec(
                copy, Optional.empty(), Optional.empty(), Optional.empty(), false, List.of(), Optional.empty());
    }
}
