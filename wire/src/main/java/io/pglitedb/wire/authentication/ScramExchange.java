package io.pglitedb.wire.authentication;

import io.pglitedb.executor.session.ScramVerifier;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The server's side of one SCRAM-SHA-256 exchange: client-first → server-first → client-final → server-final. A
/// character
/// of its strings stands for one byte, as the signatures are made of the very bytes sent.
/// Sources: RFC 5802, RFC 7677; the errors are those of PostgreSQL's `auth-scram.c`.
public final class ScramExchange {
    public static final String PLAIN = "SCRAM-SHA-256";
    public static final String PLUS = "SCRAM-SHA-256-PLUS";

    private static final int NONCE_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ScramVerifier verifier;
    private final byte[] endpointHash;
    private String header; // GS2 header: what the client said about channel binding.
    private boolean bound;
    private String nonce;
    private String firstMessages;

    /// `endpointHash` is the certificate's hash of tls-server-end-point; empty (no bytes) without TLS.
    public ScramExchange(ScramVerifier verifier, byte[] endpointHash) {
        this.verifier = verifier;
        this.endpointHash = endpointHash.clone();
    }

    /// What to offer, the best first.
    public List<String> mechanisms() {
        return endpointHash.length > 0 ? List.of(PLUS, PLAIN) : List.of(PLAIN);
    }

    /// Answers client-first with server-first.
    public String first(String mechanism, String clientFirst) {
        bound = mechanism.equals(PLUS) && endpointHash.length > 0;
        if (!bound && !mechanism.equals(PLAIN)) {
            throw PgException.fatal(
                    SqlState.PROTOCOL_VIOLATION, "client selected an invalid SASL authentication mechanism");
        }
        int bare = afterHeader(clientFirst);
        header = clientFirst.substring(0, bare);
        String clientFirstBare = clientFirst.substring(bare);
        if (clientFirstBare.startsWith("m=")) {
            throw PgException.fatal(SqlState.FEATURE_NOT_SUPPORTED, "client requires an unsupported SCRAM extension");
        }
        String[] attributes = clientFirstBare.split(",", -1);
        if (attributes.length < 2) {
            throw malformed("Expected a user name and a nonce.");
        }
        attribute('n', attributes[0]); // The role is the startup packet's, as in PostgreSQL.
        String clientNonce = attribute('r', attributes[1]);
        if (clientNonce.isEmpty() || !clientNonce.chars().allMatch(c -> c >= 0x21 && c <= 0x7e)) {
            throw PgException.fatal(SqlState.PROTOCOL_VIOLATION, "non-printable characters in SCRAM nonce");
        }
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        nonce = clientNonce + base64(random);
        String serverFirst = "r=" + nonce + ",s=" + base64(verifier.salt()) + ",i=" + verifier.iterations();
        firstMessages = clientFirstBare + "," + serverFirst;
        return serverFirst;
    }

    /// The length of the GS2 header: flag, comma, no authorization identity, comma.
    private int afterHeader(String clientFirst) {
        if (clientFirst.isEmpty()) {
            throw malformed("The message is empty.");
        }
        int flagEnd = clientFirst.indexOf(',');
        String flag = flagEnd < 0 ? clientFirst : clientFirst.substring(0, flagEnd);
        switch (flag.isEmpty() ? ' ' : flag.charAt(0)) {
            case 'n' -> {
                if (bound) {
                    throw malformed(
                            "The client selected SCRAM-SHA-256-PLUS, but the SCRAM message does not include channel binding data.");
                }
            }
            case 'y' -> {
                if (bound) {
                    throw malformed(
                            "The client selected SCRAM-SHA-256-PLUS, but the SCRAM message does not include channel binding data.");
                }
                if (endpointHash.length > 0) { // Somebody between has taken the offer out.
                    throw PgException.fatal(
                                    SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                                    "SCRAM channel binding negotiation error")
                            .detail(
                                    "The client supports SCRAM channel binding but thinks the server does not.  However, this server does support channel binding.");
                }
            }
            case 'p' -> {
                if (!bound) {
                    throw malformed(
                            "The client selected SCRAM-SHA-256 without channel binding, but the SCRAM message includes channel binding data.");
                }
                String type = attribute('p', flag);
                if (!type.equals("tls-server-end-point")) {
                    throw PgException.fatal(
                            SqlState.PROTOCOL_VIOLATION, "unsupported SCRAM channel-binding type \"" + type + "\"");
                }
            }
            default -> throw malformed("Unexpected channel-binding flag \"" + flag + "\".");
        }
        if (flagEnd < 0 || (!flag.startsWith("p") && flag.length() != 1)) {
            throw malformed("Comma expected, but found end of input or another character.");
        }
        if (clientFirst.startsWith("a=", flagEnd + 1)) {
            throw PgException.fatal(
                    SqlState.FEATURE_NOT_SUPPORTED, "client uses authorization identity, but it is not supported");
        }
        if (!clientFirst.startsWith(",", flagEnd + 1)) {
            throw malformed("Unexpected attribute in client-first-message.");
        }
        return flagEnd + 2;
    }

    /// Answers client-final with server-final; empty when the proof is wrong.
    public Optional<String> last(String clientFinal) {
        int proofAt = clientFinal.lastIndexOf(",p=");
        if (proofAt < 0) {
            throw malformed("Attribute \"p\" expected in client-final-message.");
        }
        String withoutProof = clientFinal.substring(0, proofAt);
        String[] attributes = withoutProof.split(",", -1);
        if (attributes.length < 2) {
            throw malformed("Expected channel binding and a nonce.");
        }
        checkBinding(decode(attribute('c', attributes[0])));
        if (!attribute('r', attributes[1]).equals(nonce)) {
            throw PgException.fatal(SqlState.PROTOCOL_VIOLATION, "invalid SCRAM response")
                    .detail("Nonce does not match.");
        }
        byte[] proof = decode(clientFinal.substring(proofAt + 3));
        byte[] authMessage = (firstMessages + "," + withoutProof).getBytes(StandardCharsets.ISO_8859_1);
        return verifier.accepts(proof, authMessage)
                ? Optional.of("v=" + base64(verifier.serverSignature(authMessage)))
                : Optional.empty();
    }

    private void checkBinding(byte[] sent) {
        byte[] expected = header.getBytes(StandardCharsets.ISO_8859_1);
        if (bound) {
            int headerLength = expected.length;
            expected = Arrays.copyOf(expected, headerLength + endpointHash.length);
            System.arraycopy(endpointHash, 0, expected, headerLength, endpointHash.length);
        }
        if (!MessageDigest.isEqual(expected, sent)) {
            throw bound
                    ? PgException.fatal(
                            SqlState.INVALID_AUTHORIZATION_SPECIFICATION, "SCRAM channel binding check failed")
                    : PgException.fatal(
                            SqlState.PROTOCOL_VIOLATION,
                            "unexpected SCRAM channel-binding attribute in client-final-message");
        }
    }

    private static String attribute(char name, String text) {
        if (text.length() < 2 || text.charAt(0) != name || text.charAt(1) != '=') {
            throw malformed("Expected attribute \"" + name + "\" but found \"" + text + "\".");
        }
        return text.substring(2);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw malformed("Malformed base64.");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static PgException malformed(String detail) {
        return PgException.fatal(SqlState.PROTOCOL_VIOLATION, "malformed SCRAM message")
                .detail(detail);
    }
}
