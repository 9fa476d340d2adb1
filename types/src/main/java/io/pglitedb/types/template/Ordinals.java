package io.pglitedb.types.template;

/// English endings of ordinal numbers: 1st, 2nd, 3rd, 4th, 11th.
public final class Ordinals {
    private Ordinals() {}

    /// @param number its text, which ends in a digit
    public static String ending(CharSequence number, boolean upperCase) {
        int length = number.length();
        boolean teens = length > 1 && number.charAt(length - 2) == '1';
        String ending = switch (teens ? '0' : number.charAt(length - 1)) {
            case '1' -> "st";
            case '2' -> "nd";
            case '3' -> "rd";
            default -> "th";
        };
        return upperCase ? ending.toUpperCase(java.util.Locale.ROOT) : ending;
    }
}
