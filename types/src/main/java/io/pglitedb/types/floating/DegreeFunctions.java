package io.pglitedb.types.floating;

import io.pglitedb.types.function.Prosrc;

/// Circular functions in degrees, exact at multiples of 30 and 45 degrees because each branch is scaled by its own
/// value
/// there. Source of the method: PostgreSQL 15, `float.c`.
public final class DegreeFunctions {
    private static final double RADIANS_PER_DEGREE = 0.0174532925199432957692;
    private static final double SIN_30 = Math.sin(30 * RADIANS_PER_DEGREE);
    private static final double ONE_MINUS_COS_60 = 1 - Math.cos(60 * RADIANS_PER_DEGREE);
    private static final double ASIN_HALF = Math.asin(0.5);
    private static final double ACOS_HALF = Math.acos(0.5);
    private static final double ATAN_ONE = Math.atan(1.0);
    private static final double TAN_45 = firstSine(45) / firstCosine(45);
    private static final double COT_45 = firstCosine(45) / firstSine(45);

    private DegreeFunctions() {}

    private static double sineTo30(double degrees) {
        return Math.sin(degrees * RADIANS_PER_DEGREE) / SIN_30 / 2.0;
    }

    private static double cosineTo60(double degrees) {
        return 1.0 - (1.0 - Math.cos(degrees * RADIANS_PER_DEGREE)) / ONE_MINUS_COS_60 / 2.0;
    }

    /// 0 … 90 degrees.
    private static double firstSine(double degrees) {
        return degrees <= 30.0 ? sineTo30(degrees) : cosineTo60(90.0 - degrees);
    }

    /// 0 … 90 degrees.
    private static double firstCosine(double degrees) {
        return degrees <= 60.0 ? cosineTo60(degrees) : sineTo30(90.0 - degrees);
    }

    /// An angle brought to 0 … 90 degrees.
    ///
    /// @param negated the angle was negative
    /// @param lower it lay in the lower half of the circle
    /// @param left it lay in the left half
    private record Folded(double degrees, boolean negated, boolean lower, boolean left) {
        static Folded of(double angle) {
            if (Double.isInfinite(angle)) {
                throw FloatMath.inputOutOfRange();
            }
            double rest = angle % 360.0;
            boolean negated = rest < 0;
            rest = Math.abs(rest);
            boolean lower = rest > 180.0;
            rest = lower ? 360.0 - rest : rest;
            boolean left = rest > 90.0;
            return new Folded(left ? 180.0 - rest : rest, negated, lower, left);
        }

        double signed(boolean negative, double size) {
            double result = negative ? -size : size;
            return result == 0 ? 0 : result; // no -0
        }
    }

    @Prosrc("dsind")
    public static double dsind(double angle) {
        Folded folded = Folded.of(angle);
        double size = firstSine(folded.degrees);
        return folded.negated != folded.lower ? -size : size;
    }

    @Prosrc("dcosd")
    public static double dcosd(double angle) {
        Folded folded = Folded.of(angle);
        double size = firstCosine(folded.degrees);
        return folded.left ? -size : size;
    }

    @Prosrc("dtand")
    public static double dtand(double angle) {
        Folded folded = Folded.of(angle);
        boolean negative = folded.negated ^ folded.lower ^ folded.left;
        return folded.signed(negative, firstSine(folded.degrees) / firstCosine(folded.degrees) / TAN_45);
    }

    @Prosrc("dcotd")
    public static double dcotd(double angle) {
        Folded folded = Folded.of(angle);
        boolean negative = folded.negated ^ folded.lower ^ folded.left;
        return folded.signed(negative, firstCosine(folded.degrees) / firstSine(folded.degrees) / COT_45);
    }

    private static double firstArcSine(double sine) {
        return sine <= 0.5 ? Math.asin(sine) / ASIN_HALF * 30.0 : 90.0 - Math.acos(sine) / ACOS_HALF * 60.0;
    }

    private static double firstArcCosine(double cosine) {
        return cosine <= 0.5 ? 90.0 - Math.asin(cosine) / ASIN_HALF * 30.0 : Math.acos(cosine) / ACOS_HALF * 60.0;
    }

    @Prosrc("dasind")
    public static double dasind(double sine) {
        if (sine < -1 || sine > 1) {
            throw FloatMath.inputOutOfRange();
        }
        return sine >= 0 ? firstArcSine(sine) : -firstArcSine(-sine);
    }

    @Prosrc("dacosd")
    public static double dacosd(double cosine) {
        if (cosine < -1 || cosine > 1) {
            throw FloatMath.inputOutOfRange();
        }
        return cosine >= 0 ? firstArcCosine(cosine) : 90.0 + firstArcSine(-cosine);
    }

    @Prosrc("datand")
    public static double datand(double tangent) {
        return Math.atan(tangent) / ATAN_ONE * 45.0;
    }

    @Prosrc("datan2d")
    public static double datan2d(double y, double x) {
        return Math.atan2(y, x) / ATAN_ONE * 45.0;
    }
}
