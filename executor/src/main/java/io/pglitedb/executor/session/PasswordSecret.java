package io.pglitedb.executor.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is stored of a role's password: pg_authid.rolpassword.
public sealed interface PasswordSecret {
    /// Whether it was made of this password. Takes the same time for right ones and wrong ones.
    boolean accepts(String user, String password);

    /// A stored text, or one given to CREATE ROLE in place of a password; empty when it is no secret of these
    /// kinds.
    static Optional<PasswordSecret> parse(String text) {
        return Md5.FORM.matcher(text).matches()
                ? Optional.of(new Md5(text))
                : ScramVerifier.parse(text).map(Scram::new);
    }

    record Scram(ScramVerifier verifier) implements PasswordSecret {
        @Override
        public boolean accepts(String user, String password) {
            return verifier.isOf(password);
        }

        @Override
        public String toString() {
            return verifier.toString();
        }
    }

    /// @param text `md5` and the hash of password and role name in hexadecimal digits
    record Md5(String text) implements PasswordSecret {
        private static final Pattern FORM = Pattern.compile("md5[0-9a-f]{32}");

        public static Md5 of(String user, String password) {
            return new Md5(hash(password.getBytes(StandardCharsets.UTF_8), user.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public boolean accepts(String user, String password) {
            return isEqual(text, of(user, password).text);
        }

        /// Whether the client's answer to a challenge shows that he knows the password.
        ///
        /// @param salt the challenge
        public boolean answers(byte[] salt, String answer) {
            return isEqual(answer, hash(text.substring(3).getBytes(StandardCharsets.US_ASCII), salt));
        }

        private static boolean isEqual(String one, String other) {
            return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }

        private static String hash(byte[] first, byte[] second) {
            try {
                MessageDigest digest = MessageDigest.getInstance("MD5");
                digest.update(first);
                return "md5" + HexFormat.of().formatHex(digest.digest(second));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing); // Every JDK has it.
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
