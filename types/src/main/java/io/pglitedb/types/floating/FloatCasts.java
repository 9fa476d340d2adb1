package io.pglitedb.types.floating;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;

/// Casts between floats and integers; halves go to the even neighbour.
public final class FloatCasts {
    private FloatCasts() {}

    @Prosrc("dtof")
    public static float dtof(double value) {
        float result = (float) value;
        FloatFunctions.checkOverflow(result, Double.isInfinite(value));
        FloatFunctions.checkUnderflow(result, value == 0);
        return result;
    }

    @Prosrc("i2tod")
    public static double i2tod(short value) {
        return value;
    }

    @Prosrc("i2tof")
    public static float i2tof(short value) {
        return value;
    }

    @Prosrc("i4tod")
    public static double i4tod(int value) {
        return value;
    }

    @Prosrc("i4tof")
    public static float i4tof(int value) {
        return value;
    }

    @Prosrc("i8tod")
    public static double i8tod(long value) {
        return value;
    }

    @Prosrc("i8tof")
    public static float i8tof(long value) {
        return value;
    }

    @Prosrc("ftod")
    public static double ftod(float value) {
        return value;
    }

    @Prosrc("dtoi2")
    public static short dtoi2(double value) {
        double rounded = Math.rint(value);
        if (!(rounded >= Short.MIN_VALUE && rounded < -(double) Short.MIN_VALUE)) {
            throw NumberErrors.outOfRange("smallint");
        }
        return (short) rounded;
    }

    @Prosrc("ftoi2")
    public static short ftoi2(float value) {
        double rounded = Math.rint(value);
        if (!(rounded >= Short.MIN_VALUE && rounded < -(double) Short.MIN_VALUE)) {
            throw NumberErrors.outOfRange("smallint");
        }
        return (short) rounded;
    }

    @Prosrc("dtoi4")
    public static int dtoi4(double value) {
        double rounded = Math.rint(value);
        if (!(rounded >= Integer.MIN_VALUE && rounded < -(double) Integer.MIN_VALUE)) {
            throw NumberErrors.outOfRange("integer");
        }
        return (int) rounded;
    }

    @Prosrc("ftoi4")
    public static int ftoi4(float value) {
        double rounded = Math.rint(value);
        if (!(rounded >= Integer.MIN_VALUE && rounded < -(double) Integer.MIN_VALUE)) {
            throw NumberErrors.outOfRange("integer");
        }
        return (int) rounded;
    }

    @Prosrc("dtoi8")
    public static long dtoi8(double value) {
        double rounded = Math.rint(value);
        if (!(rounded >= Long.MIN_VALUE && rounded < -(double) Long.MIN_VALUE)) {
            throw NumberErrors.outOfRange("bigint");
        }
        return (long) rounded;
    }

    @Prosrc("ftoi8")
    public static long ftoi8(float value) {
        double rounded = Math.rint(value);
        if (!(rounded >= Long.MIN_VALUE && rounded < -(double) Long.MIN_VALUE)) {
            throw NumberErrors.outOfRange("bigint");
        }
        return (long) rounded;
    }
}
