package io.pglitedb.planner.optimizer.from;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A source of rows that joins start from. Leaf variables name its columns: a table's attribute numbers, else the
/// columns of the plan counted from 1.
public abstract sealed class Leaf {
    private final int number;
    private final String alias;
    private final List<PlanNode.ParameterBinding> lateral;

    private Leaf(int number, String alias, List<PlanNode.ParameterBinding> lateral) {
        this.number = number;
        this.alias = alias;
        this.lateral = lateral;
    }

    public final int number() {
        return number;
    }

    public final String alias() {
        return alias;
    }

    /// EXECUTION parameters that take values of other leaves' columns before the rows are read.
    public final List<PlanNode.ParameterBinding> lateral() {
        return lateral;
    }

    public final Expr.Var variable(int attribute, int type, int typmod, int collation) {
        return new Expr.Var(number, attribute, 0, type, typmod, collation, Origin.NONE);
    }

    /// A table; reads the attributes that are asked for.
    public static final class Table extends Leaf {
        private final TableDef table;
        private final boolean inherit;
        /// Null without TABLESAMPLE.
        private final PlanNode.Sampling sampling;
        private final TreeSet<Integer> attributes = new TreeSet<>();
        private final List<Expr> security = new ArrayList<>();
        /// The table that this one is read as a part of; null for none.
        private final Table whole;
        /// Numbers of the whole's columns in this table.
        private final List<Integer> numbers;

        public Table(int number, String alias, TableDef table, boolean inherit) {
            this(number, alias, table, inherit, null, List.of());
        }

        /// @param lateral of values that the sampling reads
        Table(
                int number,
                String alias,
                TableDef table,
                boolean inherit,
                PlanNode.Sampling sampling,
                List<PlanNode.ParameterBinding> lateral) {
            super(number, alias, lateral);
            this.table = table;
            this.inherit = inherit;
            this.sampling = sampling;
            this.whole = null;
            this.numbers = List.of();
        }

        private Table(Table whole, String alias, TableDef table) {
            super(whole.number(), alias, List.of());
            this.table = table;
            this.inherit = false;
            this.sampling = whole.sampling;
            this.whole = whole;
            this.numbers = TableExpressions.columnsIn(table, whole.table);
        }

        /// A table whose rows are rows of this one; it has this one's number.
        public Table part(TableDef member, String memberAlias) {
            return new Table(this, memberAlias, member);
        }

        /// An expression over the whole table's variables, over this table's.
        public Expr translated(Expr expression) {
            if (!(expression instanceof Expr.Var variable) || variable.rangeTableIndex() != number()) {
                return expression.mapChildren(this::translated);
            }
            int attribute = translated(variable.attribute());
            if (variable.attribute() == 0 && table.oid() != whole.table.oid()) {
                return new Expr.ConvertRowtype(variable(0, table.rowType(), -1, 0), whole.table.rowType(), Origin.NONE);
            }
            return variable(attribute, variable.type(), variable.typmod(), variable.collation());
        }

        private int translated(int attribute) {
            return attribute > 0 ? numbers.get(attribute - 1) : attribute;
        }

        /// Adds conditions that come before those of the query.
        public void secure(List<Expr> conditions) {
            security.addAll(conditions);
        }

        /// What rows have to satisfy before any condition that may tell of them what it sees, in this order.
        public List<Expr> security() {
            return whole == null
                    ? List.copyOf(security)
                    : whole.security.stream().map(this::translated).toList();
        }

        public TableDef table() {
            return table;
        }

        /// Whether the rows of tables that inherit from it belong to it.
        public boolean inherit() {
            return inherit;
        }

        /// Which of its rows are read; null for all.
        public PlanNode.Sampling sampling() {
            return sampling;
        }

        public void read(int attribute) {
            attributes.add(attribute);
        }

        /// A part has its whole's attributes, in the same order.
        public List<Integer> attributes() {
            return whole == null
                    ? List.copyOf(attributes)
                    : whole.attributes().stream().map(this::translated).toList();
        }

        public ScanTable scan() {
            return new ScanTable(number(), table, alias(), attributes());
        }

        public Expr.Var variable(int attribute) {
            read(attribute);
            PlanColumn column = column(attribute);
            return variable(attribute, column.type(), column.typmod(), column.collation());
        }

        public PlanColumn column(int attribute) {
            if (attribute > 0) {
                ColumnDef column = table.columns().get(attribute - 1);
                return new PlanColumn(
                        alias() + "." + column.name(), column.type(), column.typmod(), column.collation());
            }
            return switch (attribute) {
                case 0 -> new PlanColumn(alias() + ".*", table.rowType(), -1, 0);
                case ScanTable.ROW_IDENTITY -> new PlanColumn(alias() + ".ctid", Oids.INTERNAL, -1, 0);
                default -> SystemColumns.column(alias(), attribute);
            };
        }
    }

    /// Rows that a plan gives: a subquery, a function, VALUES, a WITH query.
    public static final class Rows extends Leaf {
        private PlanNode plan;
        private List<Expr> sources = List.of();
        private int wholeRow;

        public Rows(int number, String alias, PlanNode plan, List<PlanNode.ParameterBinding> lateral) {
            super(number, alias, lateral);
            this.plan = plan;
        }

        public PlanNode plan() {
            return plan;
        }

        /// @param columns what the plan's columns are, over leaves inside of it
        public void sources(List<Expr> columns) {
            sources = List.copyOf(columns);
        }

        /// What a column, counted from 1, is, over leaves inside of the plan; null when it is not known.
        public Expr source(int column) {
            return column <= sources.size() ? sources.get(column - 1) : null;
        }

        public Expr.Var variable(int attribute) {
            PlanColumn column = plan.columns().get(attribute - 1);
            return variable(attribute, column.type(), column.typmod(), column.collation());
        }

        /// The whole row as one value, as a column of its own behind the others: NULL where an outer join finds
        /// no row.
        ///
        /// @param width columns that belong to the row
        public Expr.Var wholeRow(int type, int width) {
            if (wholeRow == 0) {
                List<Expr> all = new ArrayList<>();
                List<PlanColumn> columns = new ArrayList<>(plan.columns());
                for (int i = 0; i < columns.size(); i++) {
                    all.add(columns.get(i).slot(i));
                }
                List<String> names = new ArrayList<>();
                columns.subList(0, width).forEach(column -> names.add(bare(column.label())));
                Expr row = new Expr.RowConstructor(List.copyOf(all.subList(0, width)), names, type, Origin.NONE);
                all.add(row);
                columns.add(PlanColumn.of(alias() + ".*", row));
                plan = new PlanNode.Project(plan, all, columns, plan.estimate());
                wholeRow = columns.size();
            }
            return variable(wholeRow);
        }

        private static String bare(String label) {
            return label.substring(label.indexOf('.') + 1);
        }
    }
}
