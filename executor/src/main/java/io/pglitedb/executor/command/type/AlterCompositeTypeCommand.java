package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.StoredColumnType;
import io.pglitedb.executor.definition.TypeUses;
import io.pglitedb.executor.definition.family.TypedTables;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.ast.TypeStatement.AddAttribute;
import io.pglitedb.planner.ast.TypeStatement.AlterCompositeType;
import io.pglitedb.planner.ast.TypeStatement.AttributeCommand;
import io.pglitedb.planner.ast.TypeStatement.DropAttribute;
import io.pglitedb.planner.ast.TypeStatement.SetAttributeType;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// ALTER TYPE … ADD, DROP and ALTER ATTRIBUTE; with CASCADE for the tables of the type too.
final class AlterCompositeTypeCommand implements Command<AlterCompositeType> {
    @Override
    public Class<AlterCompositeType> statement() {
        return AlterCompositeType.class;
    }

    @Override
    public String name(AlterCompositeType statement) {
        return "ALTER TYPE";
    }

    @Override
    public Set<Trait> traits(AlterCompositeType statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterCompositeType statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TypeDef type = CompositeTypes.require(statement.name(), definition);
        List<AttributeCommand> commands = new ArrayList<>(statement.commands());
        commands.sort(Comparator.comparingInt(AlterCompositeTypeCommand::pass));
        for (AttributeCommand command : commands) {
            switch (command) {
                case AddAttribute add -> add(type, add, definition);
                case DropAttribute drop -> drop(type, drop, definition);
                case SetAttributeType set -> setType(type, set, definition);
            }
        }
        return "ALTER TYPE";
    }

    /// Source: PostgreSQL's AlterTablePass.
    private static int pass(AttributeCommand command) {
        return switch (command) {
            case DropAttribute ignored -> 0;
            case SetAttributeType ignored -> 1;
            case AddAttribute ignored -> 2;
        };
    }

    private static void add(TypeDef type, AddAttribute add, Definition definition) {
        NewColumn column =
                ColumnElements.read(definition, type.name(), add.attribute()).column();
        if (contains(column.type(), type, definition)) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "composite type %s cannot be made a member of itself"
                            .formatted(definition.view().formatType(type.oid())));
        }
        List<TableDef> tables = new TypedTables(definition).of(type, add.cascade());
        Columns columns = new Columns(definition.writer());
        columns.add(type.relation(), type.name(), column);
        tables.forEach(table -> columns.add(table.oid(), table.name(), column));
    }

    /// Whether values of the type hold values of the composite one.
    private static boolean contains(int type, TypeDef composite, Definition definition) {
        TypeDef found = definition.view().type(type);
        if (found.oid() == composite.oid()) {
            return true;
        }
        if (found.isTrueArray()) {
            return contains(found.elementType(), composite, definition);
        }
        if (found.kind() == 'd') {
            return contains(found.baseType(), composite, definition);
        }
        return found.relation() != 0
                && definition.view().table(found.relation()).columns().stream()
                        .anyMatch(column -> !column.dropped() && contains(column.type(), composite, definition));
    }

    private static PgException missing(TypeDef type, String attribute) {
        return new PgException(
                SqlState.UNDEFINED_COLUMN,
                "column \"%s\" of relation \"%s\" does not exist".formatted(attribute, type.name()));
    }

    private static void drop(TypeDef type, DropAttribute drop, Definition definition) {
        ColumnDef attribute = definition.view().table(type.relation()).column(drop.attribute());
        if (attribute == null && drop.ifExists()) {
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION,
                    missing(type, drop.attribute()).report().message() + ", skipping");
            return;
        }
        if (attribute == null) {
            throw missing(type, drop.attribute());
        }
        List<ObjectAddress> dropped = new ArrayList<>();
        dropped.add(ObjectAddress.column(type.relation(), attribute.number()));
        for (TableDef table : new TypedTables(definition).of(type, drop.cascade())) {
            dropped.add(ObjectAddress.column(
                    table.oid(), table.column(drop.attribute()).number()));
        }
        new Drop(definition.writer(), definition.view(), definition.session()::report).run(dropped, drop.cascade());
    }

    private static void setType(TypeDef type, SetAttributeType set, Definition definition) {
        TableDef attributes = definition.view().table(type.relation());
        ColumnDef attribute = attributes.column(set.attribute());
        if (attribute == null) {
            throw missing(type, set.attribute());
        }
        new TypeUses(definition)
                .requireUnstored(
                        type.oid(), "cannot alter type \"" + type.name() + "\" because column \"%s.%s\" uses it");
        requireFree(attributes, attribute, definition);
        SqlType newType = definition.usableType(set.type());
        int collation = ColumnElements.collation(definition.view(), set.collation(), newType.oid(), set.location());
        List<TableDef> tables = new TypedTables(definition).of(type, set.cascade());
        new StoredColumnType(definition, attributes, attribute).declare(newType, collation);
        for (TableDef table : tables) {
            ColumnDef column = table.column(set.attribute());
            Expr conversion = ExpressionScope.forTable(table, definition.view(), definition.session())
                    .columnConversion(null, column, newType.oid(), newType.typmod());
            new StoredColumnType(definition, table, column).change(newType, collation, conversion);
        }
    }

    /// What depends on the attribute would have to be made again from its text.
    private static void requireFree(TableDef attributes, ColumnDef attribute, Definition definition) {
        ObjectAddress address = ObjectAddress.column(attributes.oid(), attribute.number());
        for (ObjectAddress depender : new Dependencies(definition.writer()).dependers(address)) {
            if (depender.classOid() == ClassOid.CONSTRAINT || depender.classOid() == ClassOid.RULE) {
                throw PgException.notSupported("changing the type of an attribute that a constraint or view uses");
            }
        }
    }
}
