package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes triggers, and the ones that PostgreSQL shows for a foreign key (the executor checks those by itself).
public final class Triggers {
    private static final SystemTable TABLE = SystemTables.table("pg_trigger");
    private static final SystemIndex BY_NAME = SystemTables.index("pg_trigger_tgrelid_tgname_index");

    private static final int ROW = 1; // bits of tgtype
    private static final int INSERT = 4;
    private static final int DELETE = 8;
    private static final int UPDATE = 16;

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Triggers(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// OID; 42710 when the table has a trigger of that name.
    ///
    /// @param definition with the OID of the trigger that it takes the place of, or 0
    /// @param references what its condition refers to
    public int create(TriggerDef definition, Set<ObjectAddress> references) {
        if (definition.oid() == 0 && writer.row(BY_NAME, definition.relation(), definition.name()) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "trigger \"%s\" for relation \"%s\" already exists"
                            .formatted(
                                    definition.name(),
                                    writer.view().table(definition.relation()).name()));
        }
        int oid = definition.oid() != 0 ? definition.oid() : writer.newOid(TABLE);
        if (definition.oid() != 0) {
            writer.delete(writer.row(TABLE.oidIndex(), oid));
            dependencies.forget(ObjectAddress.of(ClassOid.TRIGGER, oid));
        }
        insert(oid, definition);
        ObjectAddress self = ObjectAddress.of(ClassOid.TRIGGER, oid);
        dependencies.record(self, ObjectAddress.function(definition.function()), DependencyType.NORMAL);
        dependencies.record(self, ObjectAddress.relation(definition.relation()), DependencyType.AUTO);
        if (definition.constraintRelation() != 0) {
            dependencies.record(self, ObjectAddress.relation(definition.constraintRelation()), DependencyType.AUTO);
        }
        if (definition.constraint() != 0) {
            dependencies.record(ObjectAddress.constraint(definition.constraint()), self, DependencyType.INTERNAL);
        }
        for (int column : definition.columns()) {
            dependencies.record(self, ObjectAddress.column(definition.relation(), column), DependencyType.NORMAL);
        }
        dependencies.recordAll(self, references, DependencyType.NORMAL);
        if (definition.parent() != 0) {
            dependencies.record(
                    self, ObjectAddress.of(ClassOid.TRIGGER, definition.parent()), DependencyType.PARTITION_PRIMARY);
            dependencies.record(
                    self, ObjectAddress.relation(definition.relation()), DependencyType.PARTITION_SECONDARY);
        }
        return oid;
    }

    /// @param firing `tgenabled`
    public void setFiring(TriggerDef trigger, char firing) {
        writer.update(writer.row(TABLE.oidIndex(), trigger.oid()), Map.of("tgenabled", firing));
    }

    private void insert(int oid, TriggerDef trigger) {
        StringBuilder arguments = new StringBuilder();
        trigger.arguments().forEach(argument -> arguments.append(argument).append('\0'));
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("tgrelid", trigger.relation())
                        .set("tgparentid", trigger.parent())
                        .set("tgname", trigger.name())
                        .set("tgfoid", trigger.function())
                        .set("tgtype", trigger.type())
                        .set("tgenabled", trigger.enabled())
                        .set("tgisinternal", trigger.internal())
                        .set("tgconstrrelid", trigger.constraintRelation())
                        .set("tgconstrindid", trigger.constraintIndex())
                        .set("tgconstraint", trigger.constraint())
                        .set("tgdeferrable", trigger.deferrable())
                        .set("tginitdeferred", trigger.initiallyDeferred())
                        .set("tgnargs", trigger.arguments().size())
                        .set("tgattr", Values.int2Vector(trigger.columns()))
                        .set("tgargs", new Bytes(arguments.toString().getBytes(StandardCharsets.UTF_8)))
                        .set("tgqual", trigger.condition().orElse(null))
                        .set("tgoldtable", trigger.oldTable().orElse(null))
                        .set("tgnewtable", trigger.newTable().orElse(null)));
        new Relations(writer).update(trigger.relation(), Map.of("relhastriggers", true));
    }

    /// The four triggers of a foreign key.
    public void createForeignKey(int constraint, NewConstraint definition) {
        NewConstraint.Reference reference = definition.reference();
        int onDelete = action(reference.onDelete(), 1654, 1646, 1648, 1650, 1652);
        int onUpdate = action(reference.onUpdate(), 1655, 1647, 1649, 1651, 1653);
        boolean deleteWaits = reference.onDelete() == 'a';
        boolean updateWaits = reference.onUpdate() == 'a';
        createInternal(
                "a", reference.table(), definition.table(), onDelete, DELETE, constraint, definition, deleteWaits);
        createInternal(
                "a", reference.table(), definition.table(), onUpdate, UPDATE, constraint, definition, updateWaits);
        createInternal("c", definition.table(), reference.table(), 1644, INSERT, constraint, definition, true);
        createInternal("c", definition.table(), reference.table(), 1645, UPDATE, constraint, definition, true);
    }

    private static int action(char action, int nothing, int cascade, int restrict, int setNull, int setDefault) {
        return switch (action) {
            case 'a' -> nothing;
            case 'c' -> cascade;
            case 'r' -> restrict;
            case 'n' -> setNull;
            case 'd' -> setDefault;
            default -> throw new IllegalArgumentException("no foreign key action " + action);
        };
    }

    private void createInternal(
            String side,
            int table,
            int other,
            int function,
            int event,
            int constraint,
            NewConstraint definition,
            boolean deferrable) {
        int oid = writer.newOid(TABLE);
        insert(
                oid,
                new TriggerDef(
                        oid,
                        table,
                        0,
                        "RI_ConstraintTrigger_%s_%s".formatted(side, Integer.toUnsignedString(oid)),
                        function,
                        ROW | event,
                        'O',
                        true,
                        other,
                        definition.index(),
                        constraint,
                        deferrable && definition.deferrable(),
                        deferrable && definition.initiallyDeferred(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        dependencies.record(
                ObjectAddress.of(ClassOid.TRIGGER, oid), ObjectAddress.constraint(constraint), DependencyType.INTERNAL);
    }
}
