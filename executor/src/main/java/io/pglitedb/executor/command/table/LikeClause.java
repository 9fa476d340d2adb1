package io.pglitedb.executor.command.table;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Comments;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.definition.CheckConstraints;
import io.pglitedb.executor.definition.ColumnSpec;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.executor.definition.family.IndexCopy;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.planner.ast.TableStatement.LikeKind;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// LIKE in CREATE TABLE: another relation's columns, with their types and NOT NULL, and what INCLUDING asks for.
/// Source: PostgreSQL's transformTableLikeClause and expandTableLikeClause.
final class LikeClause {
    private final Definition definition;
    private final TableDef source;
    private final Set<LikeKind> included = EnumSet.noneOf(LikeKind.class);

    LikeClause(Definition definition, TableStatement.Like like) {
        this.definition = definition;
        this.source = definition.relation(like.source(), LockMode.ACCESS_SHARE);
        if ("rvmcfp".indexOf(source.kind()) < 0) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "relation \"%s\" is invalid in LIKE clause".formatted(source.name()))
                    .detail(RelationKinds.notSupported(source.kind()))
                    .at(like.source().location() + 1);
        }
        for (TableStatement.LikeOption option : like.options()) {
            Set<LikeKind> kinds =
                    option.kind() == LikeKind.ALL ? EnumSet.allOf(LikeKind.class) : EnumSet.of(option.kind());
            if (option.including()) {
                included.addAll(kinds);
            } else {
                included.removeAll(kinds);
            }
        }
    }

    List<ColumnSpec> columns() {
        List<ColumnSpec> columns = new ArrayList<>();
        for (ColumnDef column : source.columns()) {
            if (!column.dropped()) {
                columns.add(copy(column));
            }
        }
        return columns;
    }

    private ColumnSpec copy(ColumnDef column) {
        boolean generated = column.generated() != ' ' && included.contains(LikeKind.GENERATED);
        boolean valued = column.generated() == ' ' && included.contains(LikeKind.DEFAULTS);
        boolean identity = column.identity() != ' ' && included.contains(LikeKind.IDENTITY);
        NewColumn copy = new NewColumn(
                column.name(),
                column.type(),
                column.typmod(),
                column.dimensions(),
                column.collation(),
                column.notNull(),
                identity ? column.identity() : ' ',
                generated ? column.generated() : ' ',
                true,
                0,
                included.contains(LikeKind.STORAGE) ? column.storage() : ' ',
                included.contains(LikeKind.COMPRESSION) ? column.compression() : ' ');
        return new ColumnSpec(
                copy,
                Optional.empty(),
                Optional.empty(),
                identity ? Optional.of(identity(column)) : Optional.empty(),
                false,
                List.of(),
                generated || valued
                        ? column.defaultExpression().map(tree -> new ColumnSpec.StoredDefault(source, tree))
                        : Optional.empty());
    }

    /// The identity with its sequence's options.
    private Constraint.Identity identity(ColumnDef column) {
        SequenceDef sequence =
                definition.view().sequence(definition.view().identitySequence(source.oid(), column.number()));
        List<DefElem> options = List.of(
                number("increment", sequence.increment()),
                number("minvalue", sequence.minimum()),
                number("maxvalue", sequence.maximum()),
                number("start", sequence.start()),
                number("cache", sequence.cache()),
                new DefElem("cycle", sequence.cycle(), -1));
        return new Constraint.Identity(null, column.identity() == 'a', options, -1);
    }

    private static DefElem number(String name, long value) {
        return new DefElem(name, new DefElem.FloatValue(Long.toString(value)), -1);
    }

    /// What can be copied only once the table is there.
    void finish(int tableOid) {
        TableDef table = definition.view().table(tableOid);
        if (included.contains(LikeKind.CONSTRAINTS)) {
            checks(table);
        }
        if (included.contains(LikeKind.INDEXES) && source.kind() != 'f') {
            indexes(table);
        }
        if (included.contains(LikeKind.COMMENTS)) {
            for (ColumnDef column : source.columns()) {
                if (!column.dropped()) {
                    comment(
                            ObjectAddress.column(source.oid(), column.number()),
                            ObjectAddress.column(
                                    tableOid, table.column(column.name()).number()));
                }
            }
        }
    }

    private void checks(TableDef table) {
        for (ConstraintDef constraint : definition.view().constraints(source.oid())) {
            if (constraint.kind() == 'c') {
                Expr condition = NodeTree.readExpression(constraint.expression().orElseThrow(), definition.session());
                requireNoWholeRow(constraint, condition);
                int made = new CheckConstraints(definition)
                        .copy(table, constraint, TableExpressions.translated(condition, source, table));
                int stands = made != 0 ? made : named(table, constraint.name());
                comment(ObjectAddress.constraint(constraint.oid()), ObjectAddress.constraint(stands));
            }
        }
    }

    /// The one that it was merged with.
    private int named(TableDef table, String name) {
        return definition.view().constraints(table.oid()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .oid();
    }

    private void requireNoWholeRow(ConstraintDef constraint, Expr condition) {
        if (TableExpressions.readsWholeRow(condition)) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot convert whole-row table reference")
                    .detail("Constraint \"%s\" contains a whole-row reference to table \"%s\"."
                            .formatted(constraint.name(), source.name()));
        }
    }

    private void indexes(TableDef table) {
        for (IndexDef index : definition.view().indexes(source.oid())) {
            ConstraintDef constraint = definition.view().constraints(source.oid()).stream()
                    .filter(each -> each.index() == index.oid() && each.kind() != 'f')
                    .findFirst()
                    .orElse(null);
            if (constraint != null
                    && constraint.kind() == 'p'
                    && definition.view().constraints(table.oid()).stream().anyMatch(each -> each.kind() == 'p')) {
                throw new PgException(
                        SqlState.INVALID_TABLE_DEFINITION,
                        "multiple primary keys for table \"%s\" are not allowed".formatted(table.name()));
            }
            IndexCopy.Made made = new IndexCopy(definition, index, source, table).make(constraint, 0);
            comment(ObjectAddress.relation(index.oid()), ObjectAddress.relation(made.index()));
            if (constraint != null) {
                comment(ObjectAddress.constraint(constraint.oid()), ObjectAddress.constraint(made.constraint()));
            }
        }
    }

    private void comment(ObjectAddress from, ObjectAddress to) {
        if (included.contains(LikeKind.COMMENTS)) {
            definition
                    .view()
                    .comment(from.classOid(), from.oid(), from.subId())
                    .ifPresent(text -> new Comments(definition.writer()).set(to, text));
        }
    }

    /// 42501 unless the current role may read the relation, or use the type.
    void requireReadable() {
        StatementAccess access = new StatementAccess(
                definition.view(), definition.backend().identity().currentUser());
        if (source.kind() == 'c') {
            access.requireUsage(definition.view().type(source.rowType()));
        } else {
            access.requireAny(source, Privilege.SELECT.bit());
        }
    }
}
