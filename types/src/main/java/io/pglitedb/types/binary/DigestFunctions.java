package io.pglitedb.types.binary;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// md5, the SHA-2 family and hash_any over bytes.
public final class DigestFunctions {
    private DigestFunctions() {}

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Prosrc("md5_text")
    public static Utf8 md5(Utf8 text) {
        return md5(new Bytes(text.toByteArray()));
    }

    @Prosrc("md5_bytea")
    public static Utf8 md5(Bytes bytes) {
        return Utf8.of(HexFormat.of().formatHex(digest("MD5", bytes.array())));
    }

    @Prosrc("sha224_bytea")
    public static Bytes sha224(Bytes bytes) {
        return new Bytes(digest("SHA-224", bytes.array()));
    }

    @Prosrc("sha256_bytea")
    public static Bytes sha256(Bytes bytes) {
        return new Bytes(digest("SHA-256", bytes.array()));
    }

    @Prosrc("sha384_bytea")
    public static Bytes sha384(Bytes bytes) {
        return new Bytes(digest("SHA-384", bytes.array()));
    }

    @Prosrc("sha512_bytea")
    public static Bytes sha512(Bytes bytes) {
        return new Bytes(digest("SHA-512", bytes.array()));
    }

    @Prosrc({"hashvarlena", "hashtext", "hashname"})
    public static int hash(Object value) {
        return JenkinsHash.hash(bytes(value));
    }

    @Prosrc({"hashvarlenaextended", "hashtextextended", "hashnameextended"})
    public static long hash(Object value, long seed) {
        byte[] bytes = bytes(value);
        return JenkinsHash.hash(bytes, 0, bytes.length, seed);
    }

    @Prosrc("hashbpchar")
    public static int hashPadded(Utf8 value) {
        return hash(withoutPadding(value));
    }

    @Prosrc("hashbpcharextended")
    public static long hashPadded(Utf8 value, long seed) {
        return hash(withoutPadding(value), seed);
    }

    private static Utf8 withoutPadding(Utf8 value) {
        int end = value.length();
        while (end > 0 && value.byteAt(end - 1) == ' ') {
            end--;
        }
        return value.slice(0, end);
    }

    private static byte[] bytes(Object value) {
        return value instanceof Bytes bytes ? bytes.array() : ((Utf8) value).toByteArray();
    }
}
