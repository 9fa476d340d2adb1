package io.pglitedb.wire.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCertificateTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "RSA, SHA256withRSA, SHA-256",
        "RSA, SHA1withRSA, SHA-256",
        "RSA, SHA512withRSA, SHA-512",
        "EC, SHA384withECDSA, SHA-384"
    })
    void pemFilesAreRead(String keyAlgorithm, String signature, String endpointHash) throws Exception {
        X509CertificateHolder certificate = write(keyAlgorithm, signature);
        assertArrayEquals(
                MessageDigest.getInstance(endpointHash).digest(certificate.getEncoded()),
                ServerCertificate.read(folder.resolve("server.crt"), folder.resolve("server.key"))
                        .endpointHash());
    }

    @Test
    void ed25519HasNoChannelBinding() throws Exception {
        write("Ed25519", "Ed25519");
        assertEquals(
                0,
                ServerCertificate.read(folder.resolve("server.crt"), folder.resolve("server.key"))
                        .endpointHash()
                        .length);
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws Exception {
        write("EC", "SHA256withECDSA");
        Path key = folder.resolve("server.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        IOException refusal =
                assertThrows(IOException.class, () -> ServerCertificate.read(folder.resolve("server.crt"), key));
        assertTrue(refusal.getMessage().contains("has group or world access"));
    }

    @Test
    void otherFilesAreRefusedByName() throws Exception {
        write("EC", "SHA256withECDSA");
        Path certificate = folder.resolve("server.crt");
        Path key = folder.resolve("server.key");
        assertEquals("could not load private key file \"" + certificate + "\"", refusal(certificate, certificate));
        assertEquals("could not load server certificate file \"" + key + "\"", refusal(key, key));
    }

    private static String refusal(Path certificate, Path key) throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return assertThrows(IOException.class, () -> ServerCertificate.read(certificate, key))
                .getMessage();
    }

    private X509CertificateHolder write(String keyAlgorithm, String signature) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance(keyAlgorithm).generateKeyPair();
        X500Name name = new X500Name("CN=localhost");
        X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        new Date(),
                        Date.from(Instant.now().plusSeconds(3600)),
                        name,
                        keys.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()));
        writePem("server.crt", certificate);
        // RSA in its own old form, the others in PKCS #8: both are found in the wild.
        writePem(
                "server.key",
                keyAlgorithm.equals("RSA") ? keys.getPrivate() : new JcaPKCS8Generator(keys.getPrivate(), null));
        return certificate;
    }

    private void writePem(String fileName, Object content) throws IOException {
        Path file = folder.resolve(fileName);
        try (JcaPEMWriter writer = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            writer.writeObject(content);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
