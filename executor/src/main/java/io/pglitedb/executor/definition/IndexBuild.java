package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.sort.RowSorter;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.row.table.IndexAccess;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.planner.access.RequiredRights;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Fills a new index from its table, which nobody changes meanwhile. Entries are sorted first, in files beyond
/// `maintenance_work_mem`: so duplicates stand side by side, and the write set grows at its end.
public final class IndexBuild {
    private final Definition definition;
    private final CatalogView view;

    public IndexBuild(Definition definition) {
        this.definition = definition;
        this.view = definition.view();
    }

    /// What is sorted: key and value as the index has them.
    ///
    /// @param uniqueLength bytes of the key that no other entry may have, 0 for none
    private record Entry(byte[] key, byte[] value, int uniqueLength) {
        private static final int[] TYPES = {Oids.BYTEA, Oids.BYTEA, Oids.INT4};
        private static final Comparator<Object[]> BY_KEY = Comparator.comparing(row -> (Bytes) row[0]);

        static Entry of(Object[] row) {
            return new Entry(((Bytes) row[0]).array(), ((Bytes) row[1]).array(), (Integer) row[2]);
        }

        Object[] row() {
            return new Object[] {new Bytes(key), new Bytes(value), uniqueLength};
        }

        boolean duplicates(Entry before) {
            return uniqueLength > 0
                    && uniqueLength == before.uniqueLength
                    && Arrays.equals(key, 0, uniqueLength, before.key, 0, uniqueLength);
        }
    }

    /// 23505 when the index is to be unique and two rows have the same key.
    public void fill(int tableOid, int indexOid) {
        TableDef table = view.table(tableOid);
        IndexDef index = view.index(indexOid);
        if (table.storage() == 0 || index.storage() == 0) {
            return;
        }
        IndexAccess access = new IndexAccess(index, table, definition.session());
        try (RowSorter entries = sorter()) {
            collect(table, index, access, entries);
            Transaction transaction = definition.writer().transaction();
            Entry before = null;
            entries.startReading();
            for (Object[] row = entries.next(); row != null; row = entries.next()) {
                Entry entry = Entry.of(row);
                if (before != null && entry.duplicates(before)) {
                    throw duplicate(table, index, access, entry);
                }
                transaction.putIndex(index.storage(), entry.key, entry.value);
                before = entry;
            }
        }
    }

    private RowSorter sorter() {
        Backend session = definition.backend();
        return new RowSorter(
                Entry.BY_KEY,
                new RowSerializer(Entry.TYPES, view, definition.session()),
                session.instance().spillDirectory(),
                (long) session.variables().stored().number("maintenance_work_mem") << 10);
    }

    private void collect(TableDef table, IndexDef index, IndexAccess access, RowSorter entries) {
        int columns = table.columns().size();
        InternalQuery.forEach(scan(table, index), definition.backend(), row -> {
            long rowid = ((RowIdentity) row[columns]).rowid();
            Object[] keys = Arrays.copyOfRange(row, columns + 1, row.length);
            entries.add(entry(access, keys, row, rowid).row());
            return true;
        });
    }

    private static Entry entry(IndexAccess access, Object[] keys, Object[] row, long rowid) {
        boolean hasNull = JoinKeys.hasNull(keys);
        byte[] key = access.key(keys, rowid);
        int uniqueLength =
                !access.demandsUnique(hasNull) ? 0 : access.exact(hasNull) ? key.length : access.prefix(keys).length;
        return new Entry(key, access.value(rowid, row), uniqueLength);
    }

    /// Rows: all columns of the table, the row's identity, the index's keys.
    private PlannedStatement scan(TableDef table, IndexDef index) {
        List<Integer> attributes = new ArrayList<>();
        List<PlanColumn> scanned = new ArrayList<>();
        List<Expr> outputs = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            if (column.dropped()) {
                outputs.add(new Expr.Const(null, Oids.INT4, -1, 0, Origin.NONE));
            } else {
                PlanColumn planColumn =
                        new PlanColumn(column.name(), column.type(), column.typmod(), column.collation());
                outputs.add(planColumn.slot(attributes.size()));
                attributes.add(column.number());
                scanned.add(planColumn);
            }
        }
        PlanColumn identity = new PlanColumn("identity", Oids.INTERNAL, -1, 0);
        List<Expr> row = List.copyOf(outputs);
        outputs.add(identity.slot(attributes.size()));
        attributes.add(ScanTable.ROW_IDENTITY);
        scanned.add(identity);
        TableExpressions expressions = new TableExpressions(definition.session());
        expressions.indexKeys(index, table).forEach(key -> outputs.add(over(key, row)));
        Expr predicate = expressions.indexPredicate(index);
        PlanNode scan = new PlanNode.SeqScan(
                new ScanTable(1, table, table.name(), attributes),
                scanned,
                predicate == null ? null : over(predicate, row),
                Estimate.NONE);
        List<PlanColumn> columns =
                outputs.stream().map(output -> PlanColumn.of("", output)).toList();
        PlanNode root = new PlanNode.Project(scan, outputs, columns, Estimate.NONE);
        return new PlannedStatement(
                Query.Command.SELECT,
                List.of(),
                List.of(),
                root,
                List.of(),
                0,
                List.of(),
                true,
                List.of(),
                false,
                RequiredRights.NONE,
                view.version());
    }

    /// The expression with the table's columns replaced by what the scan has of them.
    private static Expr over(Expr expression, List<Expr> row) {
        return expression instanceof Expr.Var variable && variable.attribute() > 0
                ? row.get(variable.attribute() - 1)
                : expression.mapChildren(child -> over(child, row));
    }

    private PgException duplicate(TableDef table, IndexDef index, IndexAccess access, Entry entry) {
        PgException error = new PgException(
                        SqlState.UNIQUE_VIOLATION, "could not create unique index \"%s\"".formatted(index.name()))
                .table(view.namespaceName(table.namespace()), table.name())
                .constraint(index.name());
        boolean plain = index.keys().stream().allMatch(key -> key.column() > 0);
        if (!plain) {
            return error;
        }
        List<String> names = new ArrayList<>();
        index.keys()
                .forEach(key -> names.add(
                        Quoting.identifier(table.columns().get(key.column() - 1).name())));
        List<String> values = new ArrayList<>();
        int columns = table.columns().size();
        InternalQuery.forEach(scan(table, index), definition.backend(), row -> {
            Object[] keys = Arrays.copyOfRange(row, columns + 1, row.length);
            boolean same = Arrays.equals(access.prefix(keys), Arrays.copyOf(entry.key, entry.uniqueLength));
            for (int i = 0; same && i < keys.length; i++) {
                values.add(
                        keys[i] == null
                                ? "null"
                                : access.keyTypes()
                                        .get(i)
                                        .toUtf8(keys[i], definition.session())
                                        .toString());
            }
            return !same;
        });
        return error.detail(
                "Key (%s)=(%s) is duplicated.".formatted(String.join(", ", names), String.join(", ", values)));
    }
}
