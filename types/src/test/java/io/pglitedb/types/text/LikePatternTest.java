package io.pglitedb.types.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.value.Utf8;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LikePatternTest {
    /// Against a regular expression that says the same.
    @Test
    void randomPatternsMatchLikeRegularExpressions() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            String text = any(random, "abcé", 12);
            String pattern = any(random, random.nextBoolean() ? "ab%_é" : "abc%", 9);
            String regex = pattern.replace("%", ".*").replace("_", ".");
            assertEquals(
                    Pattern.matches(regex, text),
                    LikePattern.matches(Utf8.of(text), Utf8.of(pattern)),
                    text + " like " + pattern);
        }
    }

    @Test
    void longLiteralsAreFoundBehindTheirBeginnings() {
        Utf8 text = Utf8.of("spec special specia special request requests");
        assertEquals(true, LikePattern.matches(text, Utf8.of("%special%requests%")));
        assertEquals(true, LikePattern.matches(text, Utf8.of("%special request%requests")));
        assertEquals(false, LikePattern.matches(text, Utf8.of("%special%requests_")));
        assertEquals(false, LikePattern.matches(text, Utf8.of("%requests%special%")));
    }

    private static String any(Random random, String letters, int lengthMax) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(lengthMax + 1); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
