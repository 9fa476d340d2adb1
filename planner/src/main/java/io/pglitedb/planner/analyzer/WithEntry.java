package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.CommonTable;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import java.util.ArrayList;
import java.util.List;

/// A WITH query under analysis: visible by its name, complete once `query` is there.
final class WithEntry {
    final WithClause.CommonTable raw;
    /// Refers to itself.
    final boolean recursive;
    /// Empty until they are known: of a recursive query once its non-recursive term is analyzed.
    List<ColumnInfo> columns = List.of();
    /// Null while it is analyzed; a reference then is one to itself.
    Query query;

    CommonTable.Cycle cycle;
    private int references;

    WithEntry(WithClause.CommonTable raw, boolean recursive) {
        this.raw = raw;
        this.recursive = recursive;
    }

    String name() {
        return raw.name();
    }

    void refer() {
        if (query != null) {
            references++;
        }
    }

    /// What SEARCH and CYCLE add to the columns of a reference.
    List<ColumnInfo> addedColumns() {
        List<ColumnInfo> added = new ArrayList<>();
        if (raw.search() != null) {
            int type = raw.search().breadthFirst() ? RECORD : RECORD_ARRAY;
            added.add(new ColumnInfo(raw.search().sequenceColumn(), type, -1, NONE));
        }
        if (cycle != null) {
            added.add(new ColumnInfo(cycle.markColumn(), cycle.markType(), cycle.markTypmod(), cycle.markCollation()));
            added.add(new ColumnInfo(cycle.pathColumn(), RECORD_ARRAY, -1, NONE));
        }
        return added;
    }

    CommonTable finished() {
        CommonTable.Search search = raw.search() == null
                ? null
                : new CommonTable.Search(
                        raw.search().columns(),
                        raw.search().breadthFirst(),
                        raw.search().sequenceColumn());
        return new CommonTable(
                raw.name(),
                raw.columns(),
                CommonTable.Materialize.valueOf(raw.materialize().name()),
                query,
                recursive,
                references,
                columns,
                search,
                cycle,
                Origin.at(raw.location()));
    }
}
