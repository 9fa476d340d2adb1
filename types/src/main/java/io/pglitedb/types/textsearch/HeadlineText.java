package io.pglitedb.types.textsearch;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.textsearch.DocumentParser.ParsedToken;
import io.pglitedb.types.textsearch.Matcher.Found;
import io.pglitedb.types.textsearch.Matcher.Truth;
import io.pglitedb.types.textsearch.parser.TokenType;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsQuery.Operand;
import io.pglitedb.types.value.Utf8;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;

/// A document as words, each with the operand of the query that it answers, and what of it is chosen for the
/// headline.
final class HeadlineText {
    /// One word. A word that answers several operands is there again, `repeated`, for each further one.
    static final class Word {
        final Utf8 text;
        final TokenType type;
        final int position;
        final boolean repeated;

        /// Null when the query does not ask for it.
        Operand operand;

        private boolean chosen;
        private boolean marked;
        private boolean blank;
        private boolean skipped;

        private Word(Utf8 text, TokenType type, int position, Operand operand, boolean repeated) {
            this.text = text;
            this.type = type;
            this.position = position;
            this.operand = operand;
            this.repeated = repeated;
        }

        boolean isChosen() {
            return chosen;
        }

        /// Answers the query and is no repetition.
        boolean isInteresting() {
            return operand != null && !repeated;
        }

        /// No word, or one whose parts follow.
        boolean isNoWord() {
            return type == TokenType.BLANK || type == TokenType.TAG || isWhole();
        }

        private boolean isWhole() {
            return switch (type) {
                case URL, NUMHWORD, ASCIIHWORD, HWORD -> true;
                default -> false;
            };
        }

        /// A headline had better not end here.
        boolean isBadEnd(int shortWord) {
            return !isInteresting() && (isNoEnd() || text.length() <= shortWord);
        }

        private boolean isNoEnd() {
            return isNoWord()
                    || switch (type) {
                        case SFLOAT, VERSION, FLOAT, INT, UINT, PROTOCOL, ENTITY -> true;
                        default -> false;
                    };
        }
    }

    private final List<Word> words = new ArrayList<>();

    HeadlineText(List<ParsedToken> tokens, TsQuery query) {
        List<Operand> operands = query.operands();
        for (ParsedToken token : tokens) {
            Word word = new Word(token.token().text(), token.token().type(), token.position(), null, false);
            words.add(word);
            for (Utf8 lexeme : token.lexemes() == null ? List.<Utf8>of() : token.lexemes()) {
                addMatches(word, lexeme, operands);
            }
        }
    }

    private void addMatches(Word word, Utf8 lexeme, List<Operand> operands) {
        for (Operand operand : operands) {
            if (!operand.matches(lexeme)) {
                continue;
            }
            if (word.operand == null) {
                word.operand = operand;
            } else {
                words.add(new Word(word.text, word.type, word.position, operand, true));
            }
        }
    }

    int size() {
        return words.size();
    }

    Word word(int index) {
        return words.get(index);
    }

    /// The next word that answers the query, from `index` on; -1 when there is none.
    int nextAnswer(int index) {
        for (int i = index; i < words.size(); i++) {
            if (words.get(i).operand != null) {
                return i;
            }
        }
        return -1;
    }

    /// Whether the words from `from` to `to` satisfy the query by themselves.
    boolean satisfies(TsQuery query, int from, int to) {
        List<Word> stretch = words.subList(from, to + 1);
        return Matcher.matches(query, (operand, _) -> {
            IntList positions = new IntArrayList();
            for (Word word : stretch) {
                if (word.operand == operand
                        && (positions.isEmpty() || positions.getInt(positions.size() - 1) != word.position)) {
                    positions.add(word.position);
                }
            }
            return positions.isEmpty() ? Found.NO : new Found(Truth.YES, positions);
        });
    }

    /// Takes the words from `from` to `to` into the headline.
    void choose(int from, int to, boolean highlightAll) {
        for (int i = from; i <= to; i++) {
            Word word = words.get(i);
            word.marked |= word.operand != null;
            word.blank |= !highlightAll && word.type == TokenType.TAG;
            word.skipped |= word.isWhole();
            word.chosen = !word.repeated;
        }
    }

    Utf8 headline(HeadlineOptions options) {
        ByteWriter out = new ByteWriter();
        boolean inside = false;
        int fragments = 0;
        for (Word word : words) {
            if (word.repeated) {
                continue;
            }
            if (word.chosen && !inside && fragments++ > 0) {
                out.putUtf8(options.delimiter());
            }
            inside = word.chosen;
            if (word.chosen) {
                print(word, options, out);
            }
        }
        return new Utf8(out.toByteArray());
    }

    private static void print(Word word, HeadlineOptions options, ByteWriter out) {
        if (word.blank) {
            out.putByte(' ');
        } else if (!word.skipped) {
            out.putUtf8(word.marked ? options.startMark() : "");
            out.putBytes(word.text.array(), word.text.offset(), word.text.length());
            out.putUtf8(word.marked ? options.stopMark() : "");
        }
    }
}
