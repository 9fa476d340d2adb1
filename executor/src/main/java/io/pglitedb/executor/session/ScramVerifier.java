package io.pglitedb.executor.session;

import com.ibm.icu.text.StringPrep;
import com.ibm.icu.text.StringPrepParseException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// What the server keeps of a password: enough to check a client's proof, too little to make one. Its text is
/// pg_authid.rolpassword. Sources: RFC 5802, RFC 7677.
public final class ScramVerifier {
    /// Bytes of a SHA-256 hash, and so of both keys.
    public static final int KEY_BYTES = 32;

    public static final int DEFAULT_ITERATIONS = 4096;
    public static final int DEFAULT_SALT_BYTES = 16;

    private static final Pattern SECRET =
            Pattern.compile("SCRAM-SHA-256\\$(\\d{1,9}):([^$]+)\\$([^:]+):(.+)", Pattern.DOTALL);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final byte[] salt;
    private final byte[] storedKey;
    private final byte[] serverKey;

    private ScramVerifier(int iterations, byte[] salt, byte[] storedKey, byte[] serverKey) {
        this.iterations = iterations;
        this.salt = salt;
        this.storedKey = storedKey;
        this.serverKey = serverKey;
    }

    /// For CREATE ROLE … PASSWORD, with a random salt. The password must not be empty.
    public static ScramVerifier of(String password) {
        byte[] salt = new byte[DEFAULT_SALT_BYTES];
        RANDOM.nextBytes(salt);
        return of(password, salt, DEFAULT_ITERATIONS);
    }

    static ScramVerifier of(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(prepare(password).toCharArray(), salt, iterations, KEY_BYTES * Byte.SIZE);
        byte[] salted;
        try {
            salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // Every JDK has it.
        }
        byte[] clientKey = hmac(salted, "Client Key".getBytes(StandardCharsets.US_ASCII));
        byte[] serverKey = hmac(salted, "Server Key".getBytes(StandardCharsets.US_ASCII));
        return new ScramVerifier(iterations, salt.clone(), hash(clientKey), serverKey);
    }

    /// One that accepts no password: for playing the exchange with a role that is absent.
    public static ScramVerifier ofNoPassword(byte[] salt) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new ScramVerifier(DEFAULT_ITERATIONS, salt.clone(), key, key);
    }

    /// A stored verifier; empty when the text is none, and so is a password in clear, or another kind of secret.
    public static Optional<ScramVerifier> parse(String secret) {
        Matcher parts = SECRET.matcher(secret);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] salt = base64.decode(parts.group(2));
            byte[] storedKey = base64.decode(parts.group(3));
            byte[] serverKey = base64.decode(parts.group(4));
            int iterations = Integer.parseInt(parts.group(1));
            return iterations > 0 && storedKey.length == KEY_BYTES && serverKey.length == KEY_BYTES
                    ? Optional.of(new ScramVerifier(iterations, salt, storedKey, serverKey))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Whether it was made of this password.
    boolean isOf(String password) {
        return MessageDigest.isEqual(of(password, salt, iterations).serverKey, serverKey);
    }

    public int iterations() {
        return iterations;
    }

    public byte[] salt() {
        return salt.clone();
    }

    /// True when the one who made the proof knows the password. `authMessage` is RFC 5802's AuthMessage.
    public boolean accepts(byte[] proof, byte[] authMessage) {
        if (proof.length != KEY_BYTES) {
            return false;
        }
        byte[] clientKey = hmac(storedKey, authMessage);
        for (int i = 0; i < KEY_BYTES; i++) {
            clientKey[i] ^= proof[i];
        }
        return MessageDigest.isEqual(hash(clientKey), storedKey);
    }

    /// Proves to the client that the server has this verifier.
    public byte[] serverSignature(byte[] authMessage) {
        return hmac(serverKey, authMessage);
    }

    /// As stored in pg_authid.rolpassword.
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "SCRAM-SHA-256$" + iterations + ":" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(storedKey) + ":" + base64.encodeToString(serverKey);
    }

    /// SASLprep (RFC 4013). What it refuses is used as it is, as PostgreSQL and libpq do.
    private static String prepare(String password) {
        try {
            String prepared =
                    StringPrep.getInstance(StringPrep.RFC4013_SASLPREP).prepare(password, StringPrep.DEFAULT);
            return prepared.isEmpty() ? password : prepared;
        } catch (StringPrepParseException refused) {
            return password;
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // Every JDK has it.
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // Every JDK has it.
        }
    }
}
