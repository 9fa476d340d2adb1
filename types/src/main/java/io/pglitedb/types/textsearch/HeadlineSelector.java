package io.pglitedb.types.textsearch;

import io.pglitedb.types.textsearch.HeadlineText.Word;
import io.pglitedb.types.value.TsQuery;
import java.util.ArrayList;
import java.util.List;

/// Chooses what of a document becomes its headline. Behaviour: PostgreSQL 15, `prsd_headline`.
final class HeadlineSelector {
    private final HeadlineText text;
    private final TsQuery query;
    private final HeadlineOptions options;

    private HeadlineSelector(HeadlineText text, TsQuery query, HeadlineOptions options) {
        this.text = text;
        this.query = query;
        this.options = options;
    }

    static void select(HeadlineText text, TsQuery query, HeadlineOptions options) {
        HeadlineSelector selector = new HeadlineSelector(text, query, options);
        if (options.maxFragments() > 0) {
            selector.selectFragments();
        } else if (options.highlightAll()) {
            text.choose(0, text.size() - 1, true);
        } else {
            selector.selectStretch();
        }
    }

    /// A stretch of words from index to index that satisfies the query.
    private record Cover(int from, int to) {}

    /// The first and shortest one that starts at `from` or later; null when there is none.
    private Cover nextCover(int from) {
        for (int start = text.nextAnswer(from); start >= 0; start = text.nextAnswer(start + 1)) {
            int end = start;
            while (end >= 0 && (end == start || end - start < options.maxCover())) {
                if (text.satisfies(query, start, end)) {
                    return new Cover(start, end);
                }
                end = text.nextAnswer(end + 1);
            }
        }
        return null;
    }

    /// Counts words while a stretch grows and shrinks.
    private final class Stretch {
        private int from;
        private int to;
        private int words;
        private int interesting;

        private void count(int index, int sign) {
            Word word = text.word(index);
            words += word.isNoWord() ? 0 : sign;
            interesting += word.isInteresting() ? sign : 0;
        }

        private boolean covers(Cover cover) {
            return from <= cover.from && to >= cover.to;
        }

        private boolean endsWell() {
            return !isBadEnd(to);
        }
    }

    private boolean isBadEnd(int index) {
        return text.word(index).isBadEnd(options.shortWord());
    }

    private void selectStretch() {
        Stretch best = null;
        boolean bestCovers = false;
        for (Cover cover = nextCover(0); cover != null; cover = nextCover(cover.from + 1)) {
            Stretch stretch = stretch(cover);
            boolean covers = stretch.covers(cover);
            boolean better = best == null
                    || (covers != bestCovers
                            ? covers
                            : stretch.interesting != best.interesting
                                    ? stretch.interesting > best.interesting
                                    : stretch.endsWell() && !best.endsWell());
            if (better) {
                best = stretch;
                bestCovers = covers;
            }
        }
        if (best == null) {
            text.choose(0, endOfFirstWords(), false);
        } else {
            text.choose(best.from, best.to, false);
        }
    }

    /// Index of the last word of a headline for a document that has nothing of the query.
    private int endOfFirstWords() {
        int words = 0;
        int end = -1;
        for (int i = 0; i < text.size() && words < options.minWords(); i++) {
            words += text.word(i).isNoWord() ? 0 : 1;
            end = i;
        }
        return end;
    }

    private Stretch stretch(Cover cover) {
        Stretch stretch = new Stretch();
        stretch.from = cover.from;
        stretch.to = cover.from;
        int index = cover.from;
        for (; index <= cover.to && stretch.words < options.maxWords(); index++) {
            stretch.count(index, 1);
            stretch.to = index;
        }
        if (stretch.words < options.maxWords()) {
            lengthen(stretch, index - 1, cover);
        } else {
            shorten(stretch, Math.min(index, cover.to));
        }
        return stretch;
    }

    /// To the right up to a good end, and to the left when the document ends before.
    private void lengthen(Stretch stretch, int fromIndex, Cover cover) {
        for (int i = fromIndex; i < text.size() && stretch.words < options.maxWords(); i++) {
            if (i > cover.to) {
                stretch.count(i, 1);
            }
            stretch.to = i;
            if (!isBadEnd(i) && stretch.words >= options.minWords()) {
                break;
            }
        }
        if (stretch.words >= options.minWords()) {
            return;
        }
        int start = cover.from - 1;
        for (; start >= 0; start--) {
            stretch.count(start, 1);
            if (stretch.words >= options.maxWords() || !isBadEnd(start) && stretch.words >= options.minWords()) {
                break;
            }
        }
        stretch.from = Math.max(start, 0);
    }

    private void shorten(Stretch stretch, int fromIndex) {
        for (int i = fromIndex; stretch.words > options.minWords() && isBadEnd(i); i--) {
            stretch.count(i, -1);
            stretch.to = i - 1;
        }
    }

    /// A piece of a cover, short enough for a headline.
    private static final class Fragment {
        private int from;
        private int to;
        private int words;
        private int interesting;
        private boolean used;

        private boolean touches(int otherFrom, int otherTo) {
            return from <= otherTo && to >= otherFrom;
        }
    }

    private void selectFragments() {
        List<Fragment> fragments = fragments();
        int chosen = 0;
        while (chosen < options.maxFragments()) {
            Fragment best = null;
            for (Fragment each : fragments) {
                boolean better = !each.used
                        && (best == null
                                ? each.interesting > 0
                                : each.interesting > best.interesting
                                        || each.interesting == best.interesting && each.words < best.words);
                best = better ? each : best;
            }
            if (best == null) {
                break;
            }
            best.used = true;
            widen(best);
            text.choose(best.from, best.to, options.highlightAll());
            chosen++;
            for (Fragment each : fragments) {
                each.used |= each.touches(best.from, best.to);
            }
        }
        if (chosen == 0) {
            text.choose(0, endOfFirstWords(), options.highlightAll());
        }
    }

    private List<Fragment> fragments() {
        List<Fragment> fragments = new ArrayList<>();
        for (Cover cover = nextCover(0); cover != null; cover = nextCover(cover.from + 1)) {
            for (int start = cover.from; start <= cover.to; ) {
                Fragment fragment = fragment(start, cover.to);
                fragments.add(fragment);
                start = fragment.to + 1;
            }
        }
        return fragments;
    }

    /// Starts and ends with an interesting word.
    private Fragment fragment(int from, int to) {
        Fragment fragment = new Fragment();
        fragment.from = from;
        fragment.to = to;
        for (int i = from; i <= to; i++) {
            fragment.from = i;
            if (text.word(i).isInteresting()) {
                break;
            }
        }
        int index = fragment.from;
        for (; index <= to && fragment.words < options.maxWords(); index++) {
            fragment.words += text.word(index).isNoWord() ? 0 : 1;
            fragment.interesting += text.word(index).isInteresting() ? 1 : 0;
        }
        if (to > index) {
            for (int i = index; i >= fragment.from; i--) {
                fragment.to = i;
                if (text.word(i).isInteresting()) {
                    break;
                }
                fragment.words -= text.word(i).isNoWord() ? 0 : 1;
            }
        }
        return fragment;
    }

    /// Up to the longest headline, by as many words to the left as to the right, not into chosen text.
    private void widen(Fragment fragment) {
        if (fragment.words >= options.maxWords()) {
            return;
        }
        int most = (options.maxWords() - fragment.words) / 2;
        int added = 0;
        int mark = fragment.from;
        for (int i = fragment.from - 1; i >= 0 && added < most && !text.word(i).isChosen(); i--) {
            added += text.word(i).isNoWord() ? 0 : 1;
            mark = i;
        }
        fragment.words += added;
        for (; mark < fragment.from && isBadEnd(mark); mark++) {
            fragment.words -= text.word(mark).isNoWord() ? 0 : 1;
        }
        fragment.from = mark;
        mark = fragment.to;
        for (int i = fragment.to + 1;
                i < text.size()
                        && fragment.words < options.maxWords()
                        && !text.word(i).isChosen();
                i++) {
            fragment.words += text.word(i).isNoWord() ? 0 : 1;
            mark = i;
        }
        for (; mark > fragment.to && isBadEnd(mark); mark--) {
            fragment.words -= text.word(mark).isNoWord() ? 0 : 1;
        }
        fragment.to = mark;
    }
}
