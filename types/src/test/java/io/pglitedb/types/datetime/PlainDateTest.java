package io.pglitedb.types.datetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainDateTest {
    private static int days(String text) {
        byte[] bytes = ("x" + text).getBytes(StandardCharsets.UTF_8);
        return PlainDate.days(bytes, 1, bytes.length - 1);
    }

    @Test
    void readsEveryDayOfSomeCenturies() {
        LocalDate origin = LocalDate.of(2000, 1, 1);
        for (LocalDate date = LocalDate.of(1, 1, 1); date.getYear() < 2500; date = date.plusDays(13)) {
            assertEquals(date.toEpochDay() - origin.toEpochDay(), days(date.toString()));
        }
    }

    @Test
    void leavesAllElseToTheParser() {
        for (String other : List.of(
                "0000-01-01",
                "2001-02-29",
                "2001-13-01",
                "2001-00-01",
                "2001-01-00",
                "2001-1-1",
                "2001-01-1x",
                "20010101",
                "+001-01-01",
                "2001/01/01",
                "01-01-2001",
                "2001-01-01 ",
                "")) {
            assertEquals(PlainDate.NONE, days(other), other);
        }
    }
}
