package io.pglitedb.planner.optimizer.cost;

import io.pglitedb.planner.plan.Estimate;

/// Costs of what plan nodes do to rows.
public final class Costs {
    /// Of a row fetched by its rowid: the row store takes some twenty times as long for it as for the next row of
    /// a scan, whether rows lie close together or not.
    private static final double ROW_FETCH = 0.25;
    /// Reading a row's columns from a segment's vectors takes less than a tenth of reading a hot row.
    private static final double COLUMNAR_FACTOR = 0.1;
    private static final double BTREE_FANOUT = 300;
    private static final double SORT_COMPARES = 2;
    private static final double PAGE_BYTES = 8_192;
    private static final double TUPLE_HEADER = 24;

    private final PlannerSettings settings;

    public Costs(PlannerSettings settings) {
        this.settings = settings;
    }

    public PlannerSettings settings() {
        return settings;
    }

    /// Of conditions evaluated for each of some rows.
    ///
    /// @param operators that the conditions call
    public double conditions(double rows, double operators) {
        return rows * operators * settings.cpuOperatorCost();
    }

    public double tuples(double rows) {
        return rows * settings.cpuTupleCost();
    }

    /// @param columnarShare of the rows, those that are read as vectors of segments
    public double seqScan(double pages, double rows, double operators, double columnarShare) {
        double byRow = pages * settings.seqPageCost() + tuples(rows) + conditions(rows, operators);
        return PlannerSettings.penalty(settings.enabled().seqScan())
                + byRow * (1 - columnarShare * (1 - COLUMNAR_FACTOR));
    }

    /// An index scan.
    ///
    /// @param entries that are read
    /// @param indexEntries that the index has
    /// @param correlation of the index's order with the table's
    /// @param loops how often the scan is run, each time with other values
    /// @param rowsNeeded whether rows are fetched, or the entries tell all
    /// @param conditions operators of the index condition
    /// @param filters operators evaluated for the rows
    public record IndexScan(
            double entries,
            double indexEntries,
            double indexPages,
            double tablePages,
            double tableRows,
            double correlation,
            double loops,
            boolean rowsNeeded,
            double conditions,
            double filters) {}

    /// Startup and total of one run. Source: btcostestimate, genericcostestimate, cost_index.
    public double[] indexScan(IndexScan scan) {
        double entries = Math.max(1, Math.rint(scan.entries));
        double leafPages = Math.max(1, Math.ceil(entries * scan.indexPages / Math.max(1, scan.indexEntries)));
        double indexIo = scan.loops > 1
                ? pagesFetched(leafPages * scan.loops, scan.indexPages, scan.indexPages)
                        * settings.randomPageCost()
                        / scan.loops
                : leafPages * settings.randomPageCost();
        double height = Math.ceil(Math.log(Math.max(1, scan.indexPages)) / Math.log(BTREE_FANOUT));
        double descent = Math.ceil(Math.log(Math.max(2, scan.indexEntries)) / Math.log(2)) * settings.cpuOperatorCost()
                + (height + 1) * 50 * settings.cpuOperatorCost();
        double indexCpu = entries * (settings.cpuIndexTupleCost() + scan.conditions * settings.cpuOperatorCost());
        double startup = descent;
        double total = descent + indexIo + indexCpu;
        if (scan.rowsNeeded) {
            total += heapIo(scan, entries) + entries * ROW_FETCH;
            startup += PlannerSettings.penalty(settings.enabled().indexScan());
            total += PlannerSettings.penalty(settings.enabled().indexScan());
        } else {
            boolean enabled =
                    settings.enabled().indexScan() && settings.enabled().indexOnlyScan();
            startup += PlannerSettings.penalty(enabled);
            total += PlannerSettings.penalty(enabled);
        }
        return new double[] {startup, total + tuples(entries) + conditions(entries, scan.filters)};
    }

    private double heapIo(IndexScan scan, double entries) {
        double share = entries / Math.max(1, scan.tableRows);
        double most;
        double least;
        double pagesWhenOrdered = Math.ceil(share * scan.tablePages);
        if (scan.loops > 1) {
            most = pagesFetched(entries * scan.loops, scan.tablePages, scan.indexPages)
                    * settings.randomPageCost()
                    / scan.loops;
            least = pagesFetched(pagesWhenOrdered * scan.loops, scan.tablePages, scan.indexPages)
                    * settings.randomPageCost()
                    / scan.loops;
        } else {
            most = pagesFetched(entries, scan.tablePages, scan.indexPages) * settings.randomPageCost();
            least = pagesWhenOrdered <= 0
                    ? 0
                    : settings.randomPageCost() + (pagesWhenOrdered - 1) * settings.seqPageCost();
        }
        double ordered = scan.correlation * scan.correlation;
        return most + ordered * (least - most);
    }

    /// Pages that fetching rows at random reads, some of which are in the cache. Source: Mackert and Lohman,
    /// "Index scans using a finite LRU buffer", as PostgreSQL's index_pages_fetched.
    private double pagesFetched(double rows, double pages, double indexPages) {
        double all = Math.max(1, pages);
        double cached = Math.max(1, Math.ceil(settings.effectiveCachePages() * all / (all + indexPages)));
        double fetched = 2 * all * rows / (2 * all + rows);
        if (all <= cached) {
            return Math.ceil(Math.min(fetched, all));
        }
        double limit = 2 * all * cached / (2 * all - cached);
        return Math.ceil(rows <= limit ? fetched : cached + (rows - limit) * (all - cached) / all);
    }

    /// A sort of all rows. Source: cost_tuplesort.
    ///
    /// @param input what gives the rows
    /// @param limit rows that are wanted at most, -1 for all
    public Estimate sort(Estimate input, double limit) {
        double rows = Math.max(2, input.rows());
        double bytes = rows * (input.width() + TUPLE_HEADER);
        double compare = SORT_COMPARES * settings.cpuOperatorCost();
        double wanted = limit > 0 && limit < rows ? limit : rows;
        double work;
        if (wanted * (input.width() + TUPLE_HEADER) > settings.workMemBytes()) {
            double pages = Math.ceil(bytes / PAGE_BYTES);
            double runs = bytes / settings.workMemBytes();
            double merges = runs > 6 ? Math.ceil(Math.log(runs) / Math.log(6)) : 1;
            work = compare * rows * log2(rows)
                    + 2 * pages * merges * (settings.seqPageCost() * 0.75 + settings.randomPageCost() * 0.25);
        } else if (rows > 2 * wanted) {
            work = compare * rows * log2(2 * wanted);
        } else {
            work = compare * rows * log2(rows);
        }
        double startup = input.total()
                + work
                + PlannerSettings.penalty(settings.enabled().sort());
        return new Estimate(startup, startup + settings.cpuOperatorCost() * input.rows(), input.rows(), input.width());
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /// Of building a hash table and looking its rows up, beside its inputs. Source: initial_cost_hashjoin,
    /// final_cost_hashjoin.
    ///
    /// @param bucketShare of the inner rows that a lookup meets
    /// @param first whether a lookup ends with the first row that it finds
    /// @param matched outer rows that find one
    /// @return startup, run
    public double[] hashJoin(
            Estimate outer,
            Estimate inner,
            int keys,
            double bucketShare,
            double rows,
            double filters,
            boolean first,
            double matched) {
        double startup = inner.total() + outer.startup();
        startup += (settings.cpuOperatorCost() * keys + settings.cpuTupleCost()) * inner.rows();
        double run = outer.total() - outer.startup() + settings.cpuOperatorCost() * keys * outer.rows();
        double bytes = inner.rows() * (inner.width() + TUPLE_HEADER);
        if (bytes > settings.workMemBytes()) {
            double innerPages = Math.ceil(bytes / PAGE_BYTES);
            double outerPages = Math.ceil(outer.rows() * (outer.width() + TUPLE_HEADER) / PAGE_BYTES);
            startup += settings.seqPageCost() * innerPages;
            run += settings.seqPageCost() * (innerPages + 2 * outerPages);
        }
        double met = Math.max(1, inner.rows() * bucketShare);
        double compare = keys * settings.cpuOperatorCost();
        if (first) {
            run += matched * met * 0.5 * compare + (outer.rows() - matched) * 0.05 * compare;
        } else {
            run += outer.rows() * met * 0.5 * compare;
        }
        run += settings.cpuTupleCost() * rows + filters * settings.cpuOperatorCost() * (first ? matched : rows);
        return new double[] {
            startup + PlannerSettings.penalty(settings.enabled().hashJoin()), run
        };
    }

    /// Of joining each outer row with the inner rows, beside the outer input. The inner rows are kept when they
    /// do not depend on the outer ones.
    ///
    /// @param innerOnce cost of the first run of the inner side
    /// @param innerAgain of each further run
    /// @return startup, run
    public double[] nestedLoop(
            Estimate outer, double innerStartup, double innerOnce, double innerAgain, double pairs, double filters) {
        double startup = outer.startup() + innerStartup;
        double run = outer.total() - outer.startup() + innerOnce - innerStartup;
        run += Math.max(0, outer.rows() - 1) * innerAgain;
        run += pairs * (settings.cpuTupleCost() + filters * settings.cpuOperatorCost());
        return new double[] {
            startup + PlannerSettings.penalty(settings.enabled().nestedLoop()), run
        };
    }

    /// Of reading kept rows again.
    public double rereading(double rows) {
        return rows * settings.cpuOperatorCost();
    }

    /// Of keeping rows.
    public double keeping(double rows) {
        return 2 * rows * settings.cpuOperatorCost();
    }

    /// Grouping by a hash table. Source: cost_agg.
    public Estimate hashed(Estimate input, int keys, double operators, double groups, int width) {
        double startup = input.total()
                + settings.cpuOperatorCost() * (keys + operators) * input.rows()
                + PlannerSettings.penalty(settings.enabled().hashAggregate());
        double bytes = groups * (width + 2 * TUPLE_HEADER);
        double spilled = 0;
        if (bytes > settings.workMemBytes()) {
            double pages = Math.ceil(input.rows() * (input.width() + TUPLE_HEADER) / PAGE_BYTES);
            spilled = 2 * pages * settings.randomPageCost() * 0.5;
        }
        return new Estimate(
                startup + spilled, startup + spilled + settings.cpuTupleCost() * groups + spilled, groups, width);
    }

    /// Grouping of sorted rows.
    public Estimate sorted(Estimate input, int keys, double operators, double groups, int width) {
        double total = input.total()
                + settings.cpuOperatorCost() * (keys + operators) * input.rows()
                + settings.cpuTupleCost() * groups;
        return new Estimate(input.startup(), total, groups, width);
    }

    /// All rows into one.
    public Estimate plain(Estimate input, double operators, int width) {
        double startup = input.total() + settings.cpuOperatorCost() * operators * input.rows();
        return new Estimate(startup, startup + settings.cpuTupleCost(), 1, width);
    }
}
