package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.Oids;
import java.util.List;
import java.util.Map;

/// Makes sequences; their last value is not the catalog's.
public final class Sequences {
    private static final SystemTable TABLE = SystemTables.table("pg_sequence");
    private static final SystemIndex BY_RELATION = SystemTables.index("pg_sequence_seqrelid_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Sequences(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// OID of the relation.
    ///
    /// @param parameters its `relation` is not looked at
    public int create(String name, int namespace, char persistence, int owner, SequenceDef parameters) {
        List<NewColumn> columns = List.of(
                NewColumn.of("last_value", Oids.INT8, -1, 0).withNotNull(),
                NewColumn.of("log_cnt", Oids.INT8, -1, 0).withNotNull(),
                NewColumn.of("is_called", Oids.BOOL, -1, 0).withNotNull());
        int relation = new Relations(writer)
                .create(new NewRelation(name, namespace, 'S', persistence, owner, 0, 0, columns, List.of(), true));
        writer.insert(TABLE, parameters(parameters).set("seqrelid", relation));
        return relation;
    }

    private static RowValues parameters(SequenceDef sequence) {
        return new RowValues()
                .set("seqtypid", sequence.type())
                .set("seqstart", sequence.start())
                .set("seqincrement", sequence.increment())
                .set("seqmax", sequence.maximum())
                .set("seqmin", sequence.minimum())
                .set("seqcache", sequence.cache())
                .set("seqcycle", sequence.cycle());
    }

    /// ALTER SEQUENCE.
    public void update(SequenceDef sequence) {
        writer.update(writer.row(BY_RELATION, sequence.relation()), parameters(sequence));
    }

    /// Makes a column the owner: the sequence goes with it.
    ///
    /// @param identity true for an identity column's, which cannot be dropped by itself
    public void own(int sequence, int table, int column, boolean identity) {
        disown(sequence);
        dependencies.record(
                ObjectAddress.relation(sequence),
                ObjectAddress.column(table, column),
                identity ? DependencyType.INTERNAL : DependencyType.AUTO);
    }

    /// OWNED BY NONE.
    public void disown(int sequence) {
        ObjectAddress owner = owner(sequence);
        if (owner != null) {
            dependencies.forget(ObjectAddress.relation(sequence), owner, DependencyType.AUTO);
            dependencies.forget(ObjectAddress.relation(sequence), owner, DependencyType.INTERNAL);
        }
    }

    /// The column that owns a sequence; null for none.
    public ObjectAddress owner(int sequence) {
        ObjectAddress self = ObjectAddress.relation(sequence);
        for (DependencyType type : List.of(DependencyType.AUTO, DependencyType.INTERNAL)) {
            for (ObjectAddress owner : dependencies.referenced(self, type)) {
                if (owner.classOid() == ClassOid.RELATION && owner.subId() != 0) {
                    return owner;
                }
            }
        }
        return null;
    }

    /// OIDs of the sequences that a column owns, identity ones too.
    public List<Integer> ownedBy(int table, int column) {
        return dependencies.dependers(ObjectAddress.column(table, column)).stream()
                .filter(address -> address.classOid() == ClassOid.RELATION)
                .map(ObjectAddress::oid)
                .filter(oid -> writer.view().sequence(oid) != null)
                .toList();
    }

    /// Deletes a sequence's pg_sequence row.
    public void remove(int relation) {
        writer.delete(writer.row(BY_RELATION, relation));
    }

    /// Sets columns of a sequence's pg_sequence row.
    public void update(int relation, Map<String, ?> changes) {
        writer.update(writer.row(BY_RELATION, relation), changes);
    }
}
