package io.pglitedb.types.network;

import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.value.Inet;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// Reads addresses with their prefix length. All methods return null for malformed text.
/// Behaviour: PostgreSQL 15, `inet_net_pton`, quirks included.
final class AddressParser {
    private static final int END = -1;

    private final Utf8 text;
    private int at;

    private AddressParser(Utf8 text) {
        this.text = text;
    }

    static Inet parseInet(Utf8 text) {
        return isV6(text) ? new AddressParser(text).v6() : new AddressParser(text).v4();
    }

    /// The prefix may cut off set bits: the caller looks.
    static Inet parseCidr(Utf8 text) {
        return isV6(text) ? new AddressParser(text).v6() : new AddressParser(text).v4Network();
    }

    private static boolean isV6(Utf8 text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.byteAt(i) == ':') {
                return true;
            }
        }
        return false;
    }

    private int peek() {
        return peek(0);
    }

    private int peek(int ahead) {
        return at + ahead < text.length() ? text.byteAt(at + ahead) : END;
    }

    /// Octets with the prefix length, which must be there unless there are four octets.
    private Inet v4() {
        byte[] octets = new byte[4];
        int count = 0;
        while (IntegerText.isDigit(peek())) {
            int octet = octet();
            if (octet < 0 || count == 4) {
                return null;
            }
            octets[count++] = (byte) octet;
            if (peek() != '.') {
                break;
            }
            at++;
        }
        int bits = count == 4 ? 32 : -1;
        if (peek() == '/' && IntegerText.isDigit(peek(1)) && count > 0) {
            at++;
            bits = prefixLength();
        }
        boolean wellFormed = peek() == END && bits >= 0 && bits <= 32 && bits / 8 <= count && count > 0;
        return wellFormed ? Inet.of(octets, bits) : null;
    }

    /// Octets or hexadecimal digits; a missing prefix length follows from the network's class.
    private Inet v4Network() {
        byte[] octets = new byte[4];
        boolean hex = peek() == '0' && (peek(1) | 0x20) == 'x' && hexDigit(peek(2)) >= 0;
        int count = hex ? hexOctets(octets) : dottedOctets(octets);
        if (count <= 0) {
            return null;
        }
        int bits = classBits(octets[0] & 0xff, count);
        if (peek() == '/' && IntegerText.isDigit(peek(1))) {
            at++;
            bits = prefixLength();
        }
        return peek() == END && bits <= 32 ? Inet.of(octets, bits) : null;
    }

    /// Number of octets, -1 for malformed ones.
    private int dottedOctets(byte[] octets) {
        int count = 0;
        while (true) {
            int octet = IntegerText.isDigit(peek()) ? octet() : -1;
            if (octet < 0 || count == 4) {
                return -1;
            }
            octets[count++] = (byte) octet;
            if (peek() != '.') {
                return count;
            }
            at++;
        }
    }

    private int hexOctets(byte[] octets) {
        at += 2;
        int nibbles = 0;
        for (int digit = hexDigit(peek()); digit >= 0; digit = hexDigit(peek())) {
            if (nibbles == 8) {
                return -1;
            }
            octets[nibbles / 2] |= (byte) (nibbles % 2 == 0 ? digit << 4 : digit);
            nibbles++;
            at++;
        }
        return (nibbles + 1) / 2;
    }

    private static int classBits(int first, int octets) {
        int bits = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
        bits = Math.max(bits, octets * 8);
        return bits == 8 && first == 224 ? 4 : bits;
    }

    /// -1 above 255.
    private int octet() {
        int octet = 0;
        while (IntegerText.isDigit(peek())) {
            octet = octet * 10 + text.byteAt(at++) - '0';
            if (octet > 255) {
                return -1;
            }
        }
        return octet;
    }

    /// Digits; a number too large for any family becomes 999.
    private int prefixLength() {
        int bits = 0;
        while (IntegerText.isDigit(peek())) {
            bits = Math.min(bits * 10 + text.byteAt(at++) - '0', 999);
        }
        return bits;
    }

    private Inet v6() {
        byte[] bytes = new byte[16];
        int filled = 0;
        int gap = -1; // where :: stands
        int bits = 128;
        int group = 0;
        int digits = 0;
        if (peek() == ':' && peek(1) != ':') {
            return null;
        }
        at = peek() == ':' ? 1 : 0;
        int groupStart = at;
        loop:
        while (true) {
            int c = peek();
            int digit = hexDigit(c);
            if (digit >= 0) {
                group = group << 4 | digit;
                if (++digits > 4) {
                    return null;
                }
                at++;
                continue;
            }
            switch (c) {
                case END -> {
                    break loop;
                }
                case ':' -> {
                    at++;
                    if (digits == 0) {
                        if (gap >= 0) {
                            return null;
                        }
                        gap = filled;
                    } else {
                        if (peek() == END || filled == 16) {
                            return null;
                        }
                        filled = putGroup(bytes, filled, group);
                    }
                    groupStart = at;
                    group = 0;
                    digits = 0;
                }
                case '.' -> {
                    at = groupStart;
                    bits = filled <= 12 ? embeddedV4(bytes, filled) : -1;
                    if (bits < 0) {
                        return null;
                    }
                    filled += 4;
                    digits = 0;
                    break loop;
                }
                case '/' -> {
                    at++;
                    bits = v6Bits();
                    if (bits < 0) {
                        return null;
                    }
                    break loop;
                }
                default -> {
                    return null;
                }
            }
        }
        if (digits > 0) {
            if (filled == 16) {
                return null;
            }
            filled = putGroup(bytes, filled, group);
        }
        return gap < 0
                ? filled == 16 ? Inet.of(bytes, bits) : null
                : filled < 16 ? Inet.of(widenGap(bytes, gap, filled), bits) : null;
    }

    private static int putGroup(byte[] bytes, int filled, int group) {
        bytes[filled] = (byte) (group >> 8);
        bytes[filled + 1] = (byte) group;
        return filled + 2;
    }

    private static byte[] widenGap(byte[] bytes, int gap, int filled) {
        byte[] wide = Arrays.copyOf(bytes, 16);
        Arrays.fill(wide, gap, 16, (byte) 0);
        System.arraycopy(bytes, gap, wide, 16 - (filled - gap), filled - gap);
        return wide;
    }

    /// Four octets without leading zeros and perhaps a prefix length, to the end of the text. Gives the prefix
    /// length;
    /// -1 for malformed ones.
    private int embeddedV4(byte[] bytes, int filled) {
        for (int octets = 0; octets < 4; octets++) {
            int start = at;
            int octet = octet();
            boolean leadingZero = at - start > 1 && text.byteAt(start) == '0';
            if (octet < 0 || leadingZero) {
                return -1;
            }
            bytes[filled + octets] = (byte) octet;
            switch (peek()) {
                case END -> {
                    return at > start ? 128 : -1;
                }
                case '/' -> {
                    at++;
                    return v6Bits();
                }
                case '.' -> at++;
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    /// Digits without leading zeros to the end of the text, at most 128; -1 for others.
    private int v6Bits() {
        int start = at;
        int bits = prefixLength();
        boolean leadingZero = at - start > 1 && text.byteAt(start) == '0';
        return at > start && peek() == END && !leadingZero && bits <= 128 ? bits : -1;
    }

    private static int hexDigit(int character) {
        return character > 0 ? Character.digit(character, 16) : -1;
    }
}
