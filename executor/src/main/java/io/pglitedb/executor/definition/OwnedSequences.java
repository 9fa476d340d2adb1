package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.planner.analyzer.ImplicitCast;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import java.util.List;

/// Sequences that the system makes for a column: of serial and identity columns. Source: PostgreSQL's
/// generateSerialExtraStmts.
public final class OwnedSequences {
    private static final String NAME = "sequence_name";

    private final Definition definition;

    public OwnedSequences(Definition definition) {
        this.definition = definition;
    }

    /// A serial column: its default draws from a sequence of its own.
    public void serial(int tableOid, int number) {
        int sequence = create(tableOid, number, List.of(), false);
        Expr next = new Expr.FunctionCall(
                nextval(),
                List.of(new Expr.Const(sequence, Oids.REGCLASS, -1, 0, Origin.NONE)),
                false,
                false,
                Oids.INT8,
                0,
                0,
                Origin.NONE);
        TableDef table = definition.view().table(tableOid);
        var column = table.columns().get(number - 1);
        Expr value =
                ImplicitCast.assigned(next, column.type(), column.typmod(), definition.view(), definition.session());
        new Columns(definition.writer())
                .setDefault(tableOid, number, ExpressionReferences.of(value, tableOid, definition.session()));
    }

    private int nextval() {
        for (FunctionDef function : definition.view().functions("nextval")) {
            if (function.argumentTypes().equals(List.of(Oids.REGCLASS))) {
                return function.oid();
            }
        }
        throw new IllegalStateException("no function nextval(regclass)");
    }

    /// An identity column's sequence.
    public void identity(int tableOid, int number, List<DefElem> options) {
        create(tableOid, number, options, true);
    }

    private int create(int tableOid, int number, List<DefElem> options, boolean identity) {
        TableDef table = definition.view().table(tableOid);
        var column = table.columns().get(number - 1);
        List<DefElem> parameters =
                options.stream().filter(option -> !option.name().equals(NAME)).toList();
        var read = SequenceOptions.create(definition.analysis(), parameters, column.type());
        List<String> given = givenName(options);
        String name = !given.isEmpty()
                ? given.getLast()
                : ObjectNames.relation(definition.view(), table.namespace(), table.name(), column.name(), "seq");
        int namespace = given.size() > 1 ? definition.namespace(given.get(given.size() - 2)) : table.namespace();
        Sequences sequences = new Sequences(definition.writer());
        int sequence = sequences.create(name, namespace, table.persistence(), table.owner(), read.parameters());
        sequences.own(sequence, tableOid, number, identity);
        return sequence;
    }

    /// What an identity column's `SEQUENCE NAME` says, as pg_dump writes it; empty without.
    private static List<String> givenName(List<DefElem> options) {
        for (DefElem option : options) {
            if (option.name().equals(NAME)) {
                return ((List<?>) option.value()).stream().map(String::valueOf).toList();
            }
        }
        return List.of();
    }
}
