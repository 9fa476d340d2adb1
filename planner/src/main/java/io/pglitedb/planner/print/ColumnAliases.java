package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the columns of a query's range table are called in its text: as tables have been changed since, the names
/// that the query was written with might mean other columns today. Source of the rules: PostgreSQL's
/// `set_deparse_for_query`.
///
/// The columns of one entry get different names; those that USING merges get one name on both sides, which no
/// other column next to it has. Where a name is not the one that the source has by itself, a list of aliases is
/// printed.
final class ColumnAliases {
    /// Of one entry.
    private static final class Entry {
        /// By attribute, from 0; null for what is dropped or not named yet.
        final List<String> columns = new ArrayList<>();
        /// As a reader of the text would see the entry's columns today, dropped ones left out.
        final List<String> shown = new ArrayList<>();
        /// Whether a column of `shown` came after the query was written.
        final List<Boolean> added = new ArrayList<>();
        /// Merged names of the joins around it.
        List<String> outerUsing = List.of();
        /// Merged names of its own, when it is a join.
        final List<String> using = new ArrayList<>();
        boolean listed;

        String get(int column) {
            return column < columns.size() ? columns.get(column) : null;
        }

        void set(int column, String name) {
            while (columns.size() <= column) {
                columns.add(null);
            }
            columns.set(column, name);
        }
    }

    /// Columns of a join by those of its sides: merged ones, then the others of the left side, then of the right.
    ///
    /// @param left column of the left side, from 0, or -1
    /// @param right of the right side
    private record Source(int left, int right) {}

    private final Query query;
    private final CatalogView catalog;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> queryWide = new HashSet<>();
    private final boolean unique;

    ColumnAliases(Query query, CatalogView catalog) {
        this.query = query;
        this.catalog = catalog;
        query.rangeTable().forEach(_ -> entries.add(new Entry()));
        this.unique = query.joinTree().items().stream().anyMatch(this::mergesExpression);
        query.joinTree().items().forEach(item -> nameMerged(item, List.of()));
        for (int index = 1; index <= entries.size(); index++) {
            if (!(query.rangeTableEntry(index) instanceof RangeTableEntry.Join)) {
                name(index);
            }
        }
        query.joinTree().items().forEach(this::nameJoins);
    }

    /// Of an attribute; null when the column is dropped.
    ///
    /// @param index of the entry, from 1
    String name(int index, int attribute) {
        return entries.get(index - 1).get(attribute - 1);
    }

    /// The list to print behind the entry's name; empty for none.
    List<String> list(int index) {
        Entry names = entries.get(index - 1);
        return names.listed ? List.copyOf(names.shown) : List.of();
    }

    /// The columns of a join's USING.
    List<String> using(int index) {
        return List.copyOf(entries.get(index - 1).using);
    }

    /// Whether a merged column is more than a column of one side: only its plain name can mean it then.
    private boolean mergesExpression(JoinTree tree) {
        if (!(tree instanceof JoinTree.Join join)) {
            return false;
        }
        RangeTableEntry.Join entry = (RangeTableEntry.Join) query.rangeTableEntry(join.rangeTableIndex());
        boolean own = entry.aliasVariables().subList(0, entry.mergedCount()).stream()
                .anyMatch(alias -> !(alias instanceof Expr.Var));
        return !entry.aliasWritten() && own || mergesExpression(join.left()) || mergesExpression(join.right());
    }

    private static int index(JoinTree tree) {
        return switch (tree) {
            case JoinTree.Reference(int index) -> index;
            case JoinTree.Join join -> join.rangeTableIndex();
            case JoinTree.From from -> throw new IllegalStateException("a FROM list inside: " + from);
        };
    }

    private Entry names(JoinTree tree) {
        return entries.get(index(tree) - 1);
    }

    private List<ColumnInfo> columns(JoinTree tree) {
        return query.rangeTableEntry(index(tree)).columns();
    }

    private List<Source> sources(JoinTree.Join join) {
        List<ColumnInfo> left = columns(join.left());
        List<ColumnInfo> right = columns(join.right());
        List<Source> sources = new ArrayList<>();
        Set<Integer> mergedLeft = new HashSet<>();
        Set<Integer> mergedRight = new HashSet<>();
        for (String name : join.using()) {
            Source source = new Source(column(left, name), column(right, name));
            mergedLeft.add(source.left());
            mergedRight.add(source.right());
            sources.add(source);
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).name().isEmpty() && !mergedLeft.contains(i)) {
                sources.add(new Source(i, -1));
            }
        }
        for (int i = 0; i < right.size(); i++) {
            if (!right.get(i).name().isEmpty() && !mergedRight.contains(i)) {
                sources.add(new Source(-1, i));
            }
        }
        return sources;
    }

    private static int column(List<ColumnInfo> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("no column " + name + " to join by");
    }

    /// Gives the columns that USING merges their names, from the outermost join on.
    private void nameMerged(JoinTree tree, List<String> outer) {
        if (!(tree instanceof JoinTree.Join join)) {
            return;
        }
        RangeTableEntry entry = query.rangeTableEntry(join.rangeTableIndex());
        Entry own = names(join);
        Entry left = names(join.left());
        Entry right = names(join.right());
        List<Source> sources = sources(join);
        if (!entry.aliasWritten()) {
            for (int i = 0; i < sources.size(); i++) {
                if (own.get(i) != null) {
                    pass(sources.get(i), own.get(i), left, right);
                }
            }
        }
        List<String> passed = new ArrayList<>(outer);
        for (int i = 0; i < join.using().size(); i++) {
            String name = own.get(i);
            if (name == null) {
                boolean renamed = entry.aliasWritten() && entry.columns().get(i).renamed();
                String wanted =
                        renamed ? entry.columns().get(i).name() : join.using().get(i);
                name = unique(wanted, own);
                if (unique) {
                    queryWide.add(name);
                }
                own.set(i, name);
            }
            own.using.add(name);
            passed.add(name);
            pass(sources.get(i), name, left, right);
        }
        left.outerUsing = passed;
        right.outerUsing = passed;
        nameMerged(join.left(), passed);
        nameMerged(join.right(), passed);
    }

    private static void pass(Source source, String name, Entry left, Entry right) {
        if (source.left() >= 0) {
            left.set(source.left(), name);
        }
        if (source.right() >= 0) {
            right.set(source.right(), name);
        }
    }

    private String unique(String wanted, Entry entry) {
        String name = wanted;
        for (int number = 1; isTaken(name, entry); number++) {
            name = Names.numbered(wanted, number);
        }
        return name;
    }

    private boolean isTaken(String name, Entry entry) {
        return entry.columns.contains(name)
                || entry.shown.contains(name)
                || queryWide.contains(name)
                || entry.outerUsing.contains(name);
    }

    /// Entry the columns of an entry that is no join.
    private void name(int index) {
        RangeTableEntry entry = query.rangeTableEntry(index);
        Entry names = entries.get(index - 1);
        List<ColumnInfo> written = entry.columns();
        List<String> own = own(entry);
        boolean changed = false;
        for (int i = 0; i < own.size(); i++) {
            String real = own.get(i);
            if (real.isEmpty()) {
                names.set(i, null);
                continue;
            }
            String name = names.get(i);
            if (name == null) {
                boolean renamed = i < written.size() && written.get(i).renamed();
                name = unique(renamed ? written.get(i).name() : real, names);
                names.set(i, name);
            }
            names.shown.add(name);
            names.added.add(i >= written.size());
            changed |= !name.equals(real);
        }
        names.listed = switch (entry) {
            case RangeTableEntry.Relation _ -> changed;
            case RangeTableEntry.Functions _ -> true;
            default -> changed || written.stream().anyMatch(ColumnInfo::renamed);
        };
    }

    /// Entry that the columns have without an alias; empty for dropped ones.
    private List<String> own(RangeTableEntry entry) {
        return switch (entry) {
            case RangeTableEntry.Relation relation -> {
                TableDef table = catalog.table(relation.table());
                yield table.columns().stream()
                        .map(column -> column.dropped() ? "" : column.name())
                        .toList();
            }
            case RangeTableEntry.Functions functions -> functionColumns(functions);
            default -> entry.columns().stream().map(ColumnInfo::name).toList();
        };
    }

    /// Those of a table's row type as they are today.
    private List<String> functionColumns(RangeTableEntry.Functions functions) {
        List<String> own = new ArrayList<>();
        int next = 0;
        for (RangeTableEntry.RangeFunction function : functions.functions()) {
            TypeDef type = catalog.type(function.call().type());
            TableDef shape = type == null || type.relation() == 0 ? null : catalog.table(type.relation());
            for (int i = 0; i < function.columnCount(); i++) {
                ColumnInfo written = functions.columns().get(next++);
                ColumnDef today = shape == null || i >= shape.columns().size()
                        ? null
                        : shape.columns().get(i);
                own.add(today != null && today.dropped() ? "" : written.name());
            }
        }
        while (next < functions.columns().size()) {
            own.add(functions.columns().get(next++).name());
        }
        return own;
    }

    /// Entry the columns of joins, inner ones first.
    private void nameJoins(JoinTree tree) {
        if (!(tree instanceof JoinTree.Join join)) {
            return;
        }
        nameJoins(join.left());
        nameJoins(join.right());
        RangeTableEntry entry = query.rangeTableEntry(join.rangeTableIndex());
        Entry own = names(join);
        Entry left = names(join.left());
        Entry right = names(join.right());
        List<Source> sources = sources(join);
        boolean changed = false;
        for (int i = own.using.size(); i < sources.size(); i++) {
            Source source = sources.get(i);
            String real = source.left() >= 0 ? left.get(source.left()) : right.get(source.right());
            if (real == null || !entry.aliasWritten()) {
                own.set(i, real);
                continue;
            }
            if (own.get(i) == null) {
                ColumnInfo written = entry.columns().get(i);
                own.set(i, unique(written.renamed() ? written.name() : real, own));
            }
            changed |= !own.get(i).equals(real);
        }
        show(own, left, right, sources, entry.aliasWritten());
        own.listed = entry.aliasWritten() && (changed || addedRenamed(own, left, right));
    }

    /// Lists a join's columns as they would be found today: with what its tables have got since.
    private void show(Entry own, Entry left, Entry right, List<Source> sources, boolean named) {
        own.shown.addAll(own.using);
        own.using.forEach(_ -> own.added.add(false));
        show(own, left, sources, true, named);
        show(own, right, sources, false, named);
    }

    private void show(Entry own, Entry side, List<Source> sources, boolean leftSide, boolean named) {
        List<Integer> merged = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            int column = leftSide ? sources.get(i).left() : sources.get(i).right();
            if (column >= 0 && i < own.using.size()) {
                merged.add(column);
            } else if (column >= 0 && own.get(i) != null) {
                known.add(own.get(i));
            }
        }
        List<String> mergedNames = merged.stream().map(side::get).toList();
        int next = 0;
        for (int i = 0; i < side.shown.size(); i++) {
            if (side.added.get(i)) {
                own.shown.add(named ? unique(side.shown.get(i), own) : side.shown.get(i));
                own.added.add(true);
            } else if (!mergedNames.contains(side.shown.get(i))) {
                own.shown.add(known.get(next++));
                own.added.add(false);
            }
        }
    }

    /// Whether a column that came later had to be called otherwise than in its side.
    private static boolean addedRenamed(Entry own, Entry left, Entry right) {
        List<String> expected = new ArrayList<>();
        for (Entry side : List.of(left, right)) {
            for (int i = 0; i < side.shown.size(); i++) {
                if (side.added.get(i)) {
                    expected.add(side.shown.get(i));
                }
            }
        }
        List<String> given = new ArrayList<>();
        for (int i = 0; i < own.shown.size(); i++) {
            if (own.added.get(i)) {
                given.add(own.shown.get(i));
            }
        }
        return !given.equals(expected);
    }
}
