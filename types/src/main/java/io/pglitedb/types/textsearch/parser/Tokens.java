package io.pglitedb.types.textsearch.parser;

import io.pglitedb.types.textsearch.parser.TokenAutomaton.Rule;
import io.pglitedb.types.textsearch.parser.TokenAutomaton.State;
import io.pglitedb.types.value.Utf8;
import java.util.Locale;

/// The tokens of one document, in order: `next()` until it gives null.
public final class Tokens {
    private final Utf8 text;
    private final int[] characters;

    /// Byte index of each character, and the text's length.
    private final int[] offsets;

    private final int end;
    private Place place;
    private int tokenStart;

    /// Of the token that `scan` found last, and the index of the rule taken last.
    private TokenType type;

    private int ruleIndex;

    /// Inside a script or style element everything is blank.
    private boolean ignoring;

    /// The next host that ends is wanted as a token of its own.
    private boolean hostWanted;

    /// Where the automaton stands; `previous` is what a pop comes back to.
    private static final class Place {
        private final Place previous;
        private State state;
        private int at;
        private int tokenLength;
        private int firstRule;

        /// A remembered place and what goes on from it: `pushed` starts as a copy.
        Place(Place previous, State state, int at, int tokenLength) {
            this.previous = previous;
            this.state = state;
            this.at = at;
            this.tokenLength = tokenLength;
        }

        Place under(Place newPrevious) {
            return new Place(newPrevious, state, at, tokenLength);
        }
    }

    public Tokens(Utf8 text) {
        this.text = text;
        int count = text.characterCount();
        characters = new int[count];
        offsets = new int[count + 1];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            characters[i] = text.codePointAt(offset);
            offsets[i] = offset;
            offset += utf8Length(characters[i]);
        }
        offsets[count] = text.length();
        end = count;
        place = new Place(null, TokenAutomaton.BASE, 0, 0);
    }

    /// Looks ahead in another one's document.
    private Tokens(Tokens outer, State state) {
        text = outer.text;
        characters = outer.characters;
        offsets = outer.offsets;
        end = outer.end;
        place = new Place(null, TokenAutomaton.BASE, outer.place.at, 0);
        place = new Place(place, state, outer.place.at, 0);
    }

    private static int utf8Length(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    /// Null at the end of the document.
    public Token next() {
        tokenStart = place.at;
        int length = scan();
        return length < 0 ? null : new Token(type, slice(length));
    }

    private Utf8 slice(int length) {
        return text.slice(offsets[tokenStart], offsets[tokenStart + length]);
    }

    /// Characters of the next token, -1 when there is none; `type` is its type.
    private int scan() {
        if (place.at >= end) {
            return -1;
        }
        int length = -1;
        while (place.at <= end) {
            boolean moves = place.at < end;
            Rule rule = rule();
            if (rule.special() != null) {
                apply(rule.special());
            }
            if (rule.token() != null) {
                type = rule.token();
                length = place.tokenLength;
                place.tokenLength = 0;
            }
            move(rule);
            if (rule.next() != null) {
                place.state = rule.next();
            }
            if (length >= 0 || place.at >= end && rule.move() != TokenAutomaton.Move.RERUN) {
                break;
            }
            if (rule.move() == TokenAutomaton.Move.RERUN || rule.move() == TokenAutomaton.Move.POP) {
                continue;
            }
            if (moves) {
                place.at++;
                place.tokenLength++;
            }
        }
        return length;
    }

    /// The first rule that holds, behind the one that was tried before a pop.
    private Rule rule() {
        int index = place.firstRule;
        place.firstRule = 0;
        while (!holds(place.state.rule(index))) {
            index++;
        }
        ruleIndex = index;
        return place.state.rule(index);
    }

    private void move(Rule rule) {
        switch (rule.move()) {
            case NEXT, RERUN -> {}
            case PUSH -> {
                place.firstRule = ruleIndex + 1;
                place = place.under(place);
            }
            case POP -> place = place.previous;
            case CLEAR -> place = place.under(place.previous.previous);
            case CLEARALL -> place = place.under(null);
            case MERGE -> {
                Place merged = place.previous;
                merged.at = place.at;
                merged.tokenLength = place.tokenLength;
                merged.firstRule = 0;
                place = merged;
            }
        }
    }

    private boolean holds(Rule rule) {
        int c = place.at < end ? characters[place.at] : -1;
        return switch (rule.test()) {
            case ANY -> true;
            case EOF -> c < 0;
            case CHARACTER -> c == rule.character();
            case ASCII -> isAsciiLetter(c);
            case DIGIT -> isDigit(c);
            case ALNUM -> c >= 0 && (isAlpha(c) || isDigit(c));
            case NOTALNUM -> c < 0 || !isAlpha(c) && !isDigit(c);
            case ALPHA -> c >= 0 && isAlpha(c);
            case SPECIAL -> c >= 0 && isSpecial(c);
            case SPACE -> c >= 0 && (c == ' ' || c >= '\t' && c <= '\r' || c > 0x7f && Character.isWhitespace(c));
            case XDIGIT -> c >= 0 && c < 0x80 && Character.digit(c, 16) >= 0;
            case URLCHAR -> c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
            case IGNORE -> ignoring;
            case STOPHOST -> {
                boolean wanted = hostWanted;
                hostWanted = false;
                yield wanted;
            }
            case HOST -> {
                Tokens ahead = new Tokens(this, TokenAutomaton.BASE);
                ahead.hostWanted = true;
                yield takes(ahead, TokenType.HOST);
            }
            case URLPATH -> takes(new Tokens(this, TokenAutomaton.URL_PATH_FIRST), TokenType.URL_PATH);
        };
    }

    private boolean takes(Tokens ahead, TokenType wanted) {
        int length = ahead.scan();
        if (length < 0 || ahead.type != wanted) {
            return false;
        }
        place.at += length;
        place.tokenLength += length;
        return true;
    }

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// As the C library of PostgreSQL's usual platform: digits of other scripts are letters.
    private static boolean isAlpha(int c) {
        return c < 0x80 ? isAsciiLetter(c) : Character.isAlphabetic(c) || Character.isDigit(c);
    }

    /// Signs that no word ends at though they are no letters.
    private static boolean isSpecial(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private void apply(TokenAutomaton.Special special) {
        switch (special) {
            case TAGS -> noteTag();
            case HYPHEN -> place.at -= place.tokenLength;
            case URL -> {
                hostWanted = true;
                place.at -= place.tokenLength;
            }
            case VERSION -> {
                place.at -= place.tokenLength;
                place.tokenLength = 0;
            }
        }
    }

    private void noteTag() {
        String tag =
                place.tokenLength > 8 ? "" : slice(place.tokenLength).toString().toLowerCase(Locale.ROOT);
        switch (tag) {
            case "<script", "<style" -> ignoring = true;
            case "</script", "</style" -> ignoring = false;
            default -> {}
        }
    }
}
