package io.pglitedb.executor.check;

import java.util.function.Consumer;

/// Takes what is found about one place; after some lines it only counts.
final class Findings {
    private static final int LINES_MAX = 20;

    private final Consumer<Finding> receiver;
    private final String place;
    private long damages;

    Findings(Consumer<Finding> receiver, String place) {
        this.receiver = receiver;
        this.place = place;
    }

    void damage(String text, Object... values) {
        damages++;
        if (damages <= LINES_MAX) {
            receiver.accept(new Finding(Finding.Kind.DAMAGE, place, text.formatted(values)));
        }
    }

    void garbage(String text, Object... values) {
        receiver.accept(new Finding(Finding.Kind.GARBAGE, place, text.formatted(values)));
    }

    void skipped(String text, Object... values) {
        receiver.accept(new Finding(Finding.Kind.SKIPPED, place, text.formatted(values)));
    }

    boolean any() {
        return damages > 0;
    }

    /// To be called when the place is done.
    void finish() {
        if (damages > LINES_MAX) {
            receiver.accept(
                    new Finding(Finding.Kind.DAMAGE, place, "%d more of the kind".formatted(damages - LINES_MAX)));
        }
    }
}
