package io.pglitedb.types.datetime;

/// Names of months and days in templates.
final class TemplateNames {
    static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    static final String[] SHORT_MONTHS = shortened(MONTHS);
    static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    static final String[] SHORT_DAYS = shortened(DAYS);

    /// December first: so that a longer numeral is met before the one it begins with.
    static final String[] ROMAN_MONTHS = {"XII", "XI", "X", "IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I"};

    private TemplateNames() {}

    private static String[] shortened(String[] names) {
        String[] cut = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            cut[i] = names[i].substring(0, 3);
        }
        return cut;
    }
}
