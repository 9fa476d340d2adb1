package io.pglitedb.executor.authentication;

import io.pglitedb.executor.authentication.HbaRule.Word;
import io.pglitedb.types.network.InetFunctions;
import io.pglitedb.types.value.Inet;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/// Makes a rule of a line's fields. Behaviour and words: PostgreSQL 15, `parse_hba_line`.
final class HbaLineParser {
    /// What is wrong with a line.
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        Fault(String message) {
            super(message);
        }
    }

    private static final Set<String> METHODS_ELSEWHERE =
            Set.of("ident", "peer", "gss", "sspi", "pam", "bsd", "ldap", "cert", "radius");

    private final HbaFields.Line line;
    private int at;

    private HbaLineParser(HbaFields.Line line) {
        this.line = line;
    }

    static HbaRule parse(HbaFields.Line line) throws Fault {
        if (line.error() != null) {
            throw new Fault(line.error());
        }
        return new HbaLineParser(line).rule();
    }

    private HbaRule rule() throws Fault {
        ConnectionType type = type(one("", "connection type").text());
        List<Word> databases = field("database specification");
        List<Word> roles = field("role specification");
        ClientAddress address = type == ConnectionType.LOCAL ? new ClientAddress.None() : address();
        AuthenticationMethod method = method(one("authentication method", "authentication type"));
        refuseOptions();
        return new HbaRule(line.number(), type, databases, roles, address, method);
    }

    private List<Word> field(String expected) throws Fault {
        if (at == line.fields().size()) {
            throw new Fault("end-of-line before " + expected);
        }
        return line.fields().get(at++);
    }

    private Word one(String expected, String name) throws Fault {
        List<Word> words = field(expected);
        if (words.size() > 1) {
            throw new Fault("multiple values specified for " + name);
        }
        return words.getFirst();
    }

    private static ConnectionType type(String word) throws Fault {
        for (ConnectionType type : ConnectionType.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new Fault("invalid connection type \"" + word + "\"");
    }

    private ClientAddress address() throws Fault {
        Word word = one("IP address specification", "host address");
        if (!word.quoted()) {
            switch (word.text()) {
                case "all" -> {
                    return new ClientAddress.All();
                }
                case "samehost" -> {
                    return new ClientAddress.Own(false);
                }
                case "samenet" -> {
                    return new ClientAddress.Own(true);
                }
                default -> {}
            }
        }
        int slash = word.text().indexOf('/');
        String host = slash < 0 ? word.text() : word.text().substring(0, slash);
        Inet address = literal(host);
        if (address == null && slash >= 0) {
            throw new Fault("specifying both host name and CIDR mask is invalid: \"%s\"".formatted(word.text()));
        }
        if (address == null) {
            return new ClientAddress.Host(host);
        }
        return new ClientAddress.Network(
                address, slash < 0 ? mask(address) : mask(address, word.text().substring(slash + 1), word.text()));
    }

    private static Inet mask(Inet address, String bits, String written) throws Fault {
        int count = bits.matches("\\d{1,3}") ? Integer.parseInt(bits) : -1;
        if (count < 0 || count > address.width()) {
            throw new Fault("invalid CIDR mask in address \"" + written + "\"");
        }
        return InetFunctions.netmask(address.withBits(count));
    }

    /// Written as an address of its own.
    private Inet mask(Inet address) throws Fault {
        String written = one("netmask specification", "netmask").text();
        Inet mask = literal(written);
        if (mask == null) {
            throw new Fault("invalid IP mask \"%s\": Name or service not known".formatted(written));
        }
        if (mask.v6() != address.v6()) {
            throw new Fault("IP address and mask do not match");
        }
        return mask;
    }

    /// Null when the text is no number of a host.
    private static Inet literal(String text) {
        try {
            byte[] bytes = InetAddress.ofLiteral(text).getAddress();
            return Inet.of(bytes, bytes.length * Byte.SIZE);
        } catch (IllegalArgumentException name) {
            return null;
        }
    }

    private static AuthenticationMethod method(Word word) throws Fault {
        for (AuthenticationMethod method : AuthenticationMethod.values()) {
            if (method.word().equals(word.text())) {
                return method;
            }
        }
        throw new Fault("invalid authentication method \"%s\"%s"
                .formatted(
                        word.text(), METHODS_ELSEWHERE.contains(word.text()) ? ": not supported by this build" : ""));
    }

    /// No method here takes any.
    private void refuseOptions() throws Fault {
        if (at == line.fields().size()) {
            return;
        }
        String option = line.fields().get(at).getFirst().text();
        int equals = option.indexOf('=');
        throw new Fault(
                equals < 0
                        ? "authentication option not in name=value format: " + option
                        : "unrecognized authentication option name: \"%s\"".formatted(option.substring(0, equals)));
    }
}
