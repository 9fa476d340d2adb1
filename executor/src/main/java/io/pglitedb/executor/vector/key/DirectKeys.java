package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// Numbers of integer keys, each in a place of its own: key k at `places[k - base]`. For keys that lie close
/// together: places are at most some times as many as keys; more while they take a few megabytes only, as first
/// keys seldom lie as close as all will do.
final class DirectKeys implements IntegerPlaces {
    private static final long PLACES_FREE = 1 << 16;
    private static final int PLACES_PER_KEY = 16;
    private static final long EARLY_PLACES_MAX = 1 << 21;
    private static final int EARLY_PLACES_PER_KEY = 256;
    private static final long PLACES_MAX = 1 << 28;

    private final IntegerKeys keys;
    /// Key of the first place.
    private long base;
    /// Number + 1, 0 for no key.
    private int[] places = {};
    private int nullNumber = KeyTable.ABSENT;

    DirectKeys(IntegerKeys keys) {
        this.keys = keys;
    }

    @Override
    public IntegerPlaces reader(KeyColumn[] columns) {
        DirectKeys reader = new DirectKeys((IntegerKeys) columns[0]);
        reader.base = base;
        reader.places = places;
        reader.nullNumber = nullNumber;
        return reader;
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public long bytes() {
        return (long) places.length * Integer.BYTES;
    }

    /// False when keys lie too far apart.
    @Override
    public boolean reserve(Selection rows) {
        long[] values = keys.values();
        long[] nulls = keys.nulls();
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            if (!Nulls.isNull(nulls, row)) {
                least = Math.min(least, values[row]);
                greatest = Math.max(greatest, values[row]);
            }
        }
        boolean fits = places.length > 0 && least >= base && greatest - base < places.length;
        return least > greatest || fits || widen(least, greatest, rows.count());
    }

    private boolean widen(long least, long greatest, int rowCount) {
        boolean isFirst = places.length == 0;
        long from = isFirst ? least : Math.min(base, least);
        long to = isFirst ? greatest : Math.max(base + places.length - 1, greatest);
        long count = to - from + 1;
        long rows = (long) keys.size() + rowCount;
        long early = Math.min(EARLY_PLACES_MAX, EARLY_PLACES_PER_KEY * rows);
        long most = Math.min(PLACES_MAX, Math.max(PLACES_FREE + PLACES_PER_KEY * rows, early));
        // A count below one has left 64 bits.
        if (count < 1 || count > most) {
            return false;
        }
        // Keys that ascend, or descend, come into new places only now and then.
        long spare = to > Long.MAX_VALUE - most ? 0 : Math.min(most, count * 2) - count;
        boolean downwards = !isFirst && least < base;
        long newBase = downwards && from - spare <= from ? from - spare : from;
        int[] wider = new int[(int) (count + spare)];
        if (!isFirst) {
            System.arraycopy(places, 0, wider, (int) (base - newBase), places.length);
        }
        places = wider;
        base = newBase;
        return true;
    }

    @Override
    public void add(Selection rows, int[] numbers) {
        long[] values = keys.values();
        long[] nulls = keys.nulls();
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            if (Nulls.isNull(nulls, row)) {
                numbers[row] = nullNumber(row);
                continue;
            }
            int place = (int) (values[row] - base);
            int number = places[place];
            if (number == 0) {
                keys.append(row);
                number = keys.size();
                places[place] = number;
            }
            numbers[row] = number - 1;
        }
    }

    private int nullNumber(int row) {
        if (nullNumber == KeyTable.ABSENT) {
            nullNumber = keys.size();
            keys.append(row);
        }
        return nullNumber;
    }

    @Override
    public void find(Selection rows, int[] numbers) {
        long[] values = keys.values();
        long[] nulls = keys.nulls();
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            numbers[row] = Nulls.isNull(nulls, row) ? nullNumber : number(values[row]);
        }
    }

    private int number(long key) {
        long place = key - base;
        return place >= 0 && place < places.length ? places[(int) place] - 1 : KeyTable.ABSENT;
    }

    @Override
    public Selection select(Vector[] column, Selection rows) {
        return select(column[0], rows);
    }

    private Selection select(Vector column, Selection rows) {
        Selection present = rows.without(column.nulls());
        int[] selected = new int[present.count()];
        int count = switch (column) {
            case LongVector longs -> select(longs.values(), present, selected);
            case IntVector ints -> select(ints.values(), present, selected);
            default -> -1;
        };
        return count < 0 ? null : count == rows.count() ? rows : new Selection(selected, count);
    }

    private int select(long[] values, Selection rows, int[] selected) {
        int count = 0;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            selected[count] = row;
            count += number(values[row]) != KeyTable.ABSENT ? 1 : 0;
        }
        return count;
    }

    private int select(int[] values, Selection rows, int[] selected) {
        int count = 0;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            selected[count] = row;
            count += number(values[row]) != KeyTable.ABSENT ? 1 : 0;
        }
        return count;
    }
}
