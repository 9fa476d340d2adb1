package io.pglitedb.types.text;

import static io.pglitedb.types.text.BpcharType.stripped;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// Comparison of text, varchar, name (bytewise) and of bpchar (bytewise, trailing spaces aside).
public final class TextComparisons {
    private TextComparisons() {}

    @Prosrc({"texteq", "nameeq", "nameeqtext", "texteqname"})
    public static boolean texteq(Utf8 left, Utf8 right) {
        return left.equals(right);
    }

    @Prosrc({"textne", "namene", "namenetext", "textnename"})
    public static boolean textne(Utf8 left, Utf8 right) {
        return !left.equals(right);
    }

    @Prosrc({"text_lt", "namelt", "namelttext", "textltname", "text_pattern_lt"})
    public static boolean textLt(Utf8 left, Utf8 right) {
        return left.compareTo(right) < 0;
    }

    @Prosrc({"text_le", "namele", "nameletext", "textlename", "text_pattern_le"})
    public static boolean textLe(Utf8 left, Utf8 right) {
        return left.compareTo(right) <= 0;
    }

    @Prosrc({"text_gt", "namegt", "namegttext", "textgtname", "text_pattern_gt"})
    public static boolean textGt(Utf8 left, Utf8 right) {
        return left.compareTo(right) > 0;
    }

    @Prosrc({"text_ge", "namege", "namegetext", "textgename", "text_pattern_ge"})
    public static boolean textGe(Utf8 left, Utf8 right) {
        return left.compareTo(right) >= 0;
    }

    @Prosrc({"bttextcmp", "btnamecmp", "btnametextcmp", "bttextnamecmp", "bttext_pattern_cmp"})
    public static int bttextcmp(Utf8 left, Utf8 right) {
        return Integer.signum(left.compareTo(right));
    }

    @Prosrc("text_larger")
    public static Utf8 textLarger(Utf8 left, Utf8 right) {
        return left.compareTo(right) > 0 ? left : right;
    }

    @Prosrc("text_smaller")
    public static Utf8 textSmaller(Utf8 left, Utf8 right) {
        return left.compareTo(right) < 0 ? left : right;
    }

    @Prosrc("bpchareq")
    public static boolean bpchareq(Utf8 left, Utf8 right) {
        return stripped(left).equals(stripped(right));
    }

    @Prosrc("bpcharne")
    public static boolean bpcharne(Utf8 left, Utf8 right) {
        return !stripped(left).equals(stripped(right));
    }

    @Prosrc({"bpcharlt", "bpchar_pattern_lt"})
    public static boolean bpcharlt(Utf8 left, Utf8 right) {
        return stripped(left).compareTo(stripped(right)) < 0;
    }

    @Prosrc({"bpcharle", "bpchar_pattern_le"})
    public static boolean bpcharle(Utf8 left, Utf8 right) {
        return stripped(left).compareTo(stripped(right)) <= 0;
    }

    @Prosrc({"bpchargt", "bpchar_pattern_gt"})
    public static boolean bpchargt(Utf8 left, Utf8 right) {
        return stripped(left).compareTo(stripped(right)) > 0;
    }

    @Prosrc({"bpcharge", "bpchar_pattern_ge"})
    public static boolean bpcharge(Utf8 left, Utf8 right) {
        return stripped(left).compareTo(stripped(right)) >= 0;
    }

    @Prosrc({"bpcharcmp", "btbpchar_pattern_cmp"})
    public static int bpcharcmp(Utf8 left, Utf8 right) {
        return Integer.signum(stripped(left).compareTo(stripped(right)));
    }

    @Prosrc("bpchar_larger")
    public static Utf8 bpcharLarger(Utf8 left, Utf8 right) {
        return stripped(left).compareTo(stripped(right)) > 0 ? left : right;
    }

    @Prosrc("bpchar_smaller")
    public static Utf8 bpcharSmaller(Utf8 left, Utf8 right) {
        return stripped(left).compareTo(stripped(right)) < 0 ? left : right;
    }
}
