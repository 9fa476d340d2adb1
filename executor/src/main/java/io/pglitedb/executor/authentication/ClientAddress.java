package io.pglitedb.executor.authentication;

import io.pglitedb.types.network.InetFunctions;
import io.pglitedb.types.value.Inet;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The addresses that a rule is about.
sealed interface ClientAddress {
    boolean matches(InetAddress client);

    /// As pg_hba_file_rules shows it; null for none.
    String text();

    /// As pg_hba_file_rules shows it; null for none.
    default String mask() {
        return null;
    }

    /// Of local rules: there is nothing to compare.
    record None() implements ClientAddress {
        @Override
        public boolean matches(InetAddress client) {
            return true;
        }

        @Override
        public String text() {
            return null;
        }
    }

    record All() implements ClientAddress {
        @Override
        public boolean matches(InetAddress client) {
            return true;
        }

        @Override
        public String text() {
            return "all";
        }
    }

    /// @param mask of the same family
    record Network(Inet address, Inet network) implements ClientAddress {
        @Override
        public boolean matches(InetAddress client) {
            Inet other = inet(client);
            return other.v6() == address.v6()
                    && InetFunctions.and(other, network).equals(InetFunctions.and(address, network));
        }

        @Override
        public String text() {
            return InetFunctions.host(address).toString();
        }

        @Override
        public String mask() {
            return InetFunctions.host(network).toString();
        }
    }

    /// The client is on one of this machine's addresses, or in one of their networks.
    record Own(boolean network) implements ClientAddress {
        @Override
        public boolean matches(InetAddress client) {
            return interfaces().stream().anyMatch(each -> {
                Inet own = inet(each.getAddress());
                Inet other = inet(client);
                int bits = network ? each.getNetworkPrefixLength() : own.width();
                return own.v6() == other.v6() && own.comparePrefix(other, bits) == 0;
            });
        }

        @Override
        public String text() {
            return network ? "samenet" : "samehost";
        }
    }

    /// @param name of the host, or, with a dot in front, how the names of hosts end
    record Host(String name) implements ClientAddress {
        @Override
        public boolean matches(InetAddress client) {
            // What the name service says of an address counts only when the name leads back to the address.
            String actual = client.getCanonicalHostName().toLowerCase(Locale.ROOT);
            String wanted = name.toLowerCase(Locale.ROOT);
            return wanted.startsWith(".") ? actual.endsWith(wanted) : actual.equals(wanted) || leadsTo(client);
        }

        private boolean leadsTo(InetAddress client) {
            try {
                return List.of(InetAddress.getAllByName(name)).contains(client);
            } catch (UnknownHostException unknown) {
                return false;
            }
        }

        @Override
        public String text() {
            return name;
        }
    }

    private static Inet inet(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Inet.of(bytes, bytes.length * Byte.SIZE);
    }

    private static List<InterfaceAddress> interfaces() {
        try {
            List<InterfaceAddress> found = new ArrayList<>();
            NetworkInterface.networkInterfaces().forEach(each -> found.addAll(each.getInterfaceAddresses()));
            return found;
        } catch (SocketException unknown) {
            return List.of();
        }
    }
}
