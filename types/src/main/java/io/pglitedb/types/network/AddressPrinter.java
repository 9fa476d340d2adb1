package io.pglitedb.types.network;

import io.pglitedb.types.value.Inet;

/// Text of addresses. Behaviour: PostgreSQL 15, `inet_net_ntop` and `inet_cidr_ntop`.
final class AddressPrinter {
    private AddressPrinter() {}

    /// The address alone.
    static String address(Inet inet) {
        return inet.v6() ? v6(inet) : v4(inet);
    }

    /// The prefix length is left out when it is the whole address.
    static String inet(Inet inet) {
        return inet.bits() == inet.width() ? address(inet) : full(inet);
    }

    static String full(Inet inet) {
        return address(inet) + "/" + inet.bits();
    }

    private static String v4(Inet inet) {
        return inet.byteAt(0) + "." + inet.byteAt(1) + "." + inet.byteAt(2) + "." + inet.byteAt(3);
    }

    private static int word(Inet inet, int index) {
        return inet.byteAt(2 * index) << 8 | inet.byteAt(2 * index + 1);
    }

    /// A run of zero groups.
    private record Run(int start, int length) {
        boolean holds(int group) {
            return group >= start && group < start + length;
        }
    }

    /// The first among the longest of the first `groups` groups.
    private static Run longestZeros(Inet inet, int groups) {
        Run best = new Run(0, 0);
        int start = 0;
        for (int i = 0; i < groups; i++) {
            if (word(inet, i) != 0) {
                start = i + 1;
            } else if (i + 1 - start > best.length) {
                best = new Run(start, i + 1 - start);
            }
        }
        return best;
    }

    private static String v6(Inet inet) {
        Run zeros = longestZeros(inet, 8);
        if (zeros.length < 2) {
            zeros = new Run(0, 0);
        }
        StringBuilder out = new StringBuilder(40);
        for (int i = 0; i < 8; i++) {
            if (zeros.holds(i)) {
                if (i == zeros.start) {
                    out.append(':');
                }
                continue;
            }
            if (i != 0) {
                out.append(':');
            }
            if (i == 6 && zeros.start == 0 && holdsV4(inet, zeros.length)) {
                return out.append(inet.byteAt(12))
                        .append('.')
                        .append(inet.byteAt(13))
                        .append('.')
                        .append(inet.byteAt(14))
                        .append('.')
                        .append(inet.byteAt(15))
                        .toString();
            }
            out.append(Integer.toHexString(word(inet, i)));
        }
        return zeros.length > 0 && zeros.start + zeros.length == 8
                ? out.append(':').toString()
                : out.toString();
    }

    private static boolean holdsV4(Inet inet, int leadingZeros) {
        return leadingZeros == 6
                || leadingZeros == 7 && word(inet, 7) != 1
                || leadingZeros == 5 && word(inet, 5) == 0xffff;
    }

    /// cidr without the parts behind its prefix: `10.1/16`, `2001:4f8::/32`.
    static String abbreviated(Inet cidr) {
        Inet network = cidr.masked(cidr.bits());
        return (cidr.v6() ? abbreviatedV6(network) : abbreviatedV4(network)) + "/" + cidr.bits();
    }

    private static String abbreviatedV4(Inet network) {
        StringBuilder out = new StringBuilder().append(network.byteAt(0));
        for (int i = 1; i < (network.bits() + 7) / 8; i++) {
            out.append('.').append(network.byteAt(i));
        }
        return out.toString();
    }

    private static String abbreviatedV6(Inet network) {
        if (network.bits() == 0) {
            return "::";
        }
        int groups = Math.max((network.bits() + 15) / 16, 2);
        Run zeros = longestZeros(network, groups);
        boolean v4 = zeros.start == 0 && zeros.length != groups && abbreviatesV4(network, zeros.length);
        StringBuilder out = new StringBuilder(40);
        for (int i = 0; i < groups; i++) {
            if (zeros.holds(i)) {
                out.append(i == zeros.start ? ":" : "").append(i == groups - 1 ? ":" : "");
            } else if (v4 && i > 5) {
                out.append(i == 6 ? ':' : '.').append(network.byteAt(2 * i));
                if (i != 7 || network.bits() > 120) {
                    out.append('.').append(network.byteAt(2 * i + 1));
                }
            } else {
                out.append(out.isEmpty() ? "" : ":").append(Integer.toHexString(word(network, i)));
            }
        }
        return out.toString();
    }

    private static boolean abbreviatesV4(Inet network, int leadingZeros) {
        return leadingZeros == 6
                || leadingZeros == 5 && word(network, 5) == 0xffff
                || leadingZeros == 7 && network.byteAt(14) != 0 && network.byteAt(15) != 1;
    }
}
