package io.pglitedb.wire.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate with its private key, ready to encrypt connections.
public final class ServerCertificate {
    private static final int SELF_SIGNED_DAYS = 3650;

    private final SslContext context;
    private final byte[] endpointHash;

    private ServerCertificate(SslContextBuilder builder, X509Certificate certificate)
            throws SSLException, GeneralSecurityException {
        this.context = builder.protocols("TLSv1.3", "TLSv1.2").build();
        this.endpointHash = endpointHash(certificate);
    }

    /// PEM files, as ssl_cert_file and ssl_key_file name them: the certificate first, then those that vouch for
    /// it.
    /// IOException when one cannot be read or understood.
    public static ServerCertificate read(Path certificateFile, Path keyFile) throws IOException {
        X509Certificate[] chain = readChain(certificateFile);
        refuseOpenKey(keyFile);
        PrivateKey key = readKey(keyFile);
        try {
            return new ServerCertificate(SslContextBuilder.forServer(key, chain), chain[0]);
        } catch (GeneralSecurityException | IllegalArgumentException mismatch) {
            throw new IOException(
                    "could not use private key file \"" + keyFile + "\" with \"" + certificateFile + "\"", mismatch);
        }
    }

    private static X509Certificate[] readChain(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
        } catch (GeneralSecurityException malformed) {
            throw new IOException("could not load server certificate file \"" + file + "\"", malformed);
        }
        throw new IOException("could not load server certificate file \"" + file + "\"");
    }

    private static PrivateKey readKey(Path file) throws IOException {
        try (PEMParser pem = new PEMParser(Files.newBufferedReader(file))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object content = pem.readObject(); content != null; content = pem.readObject()) {
                switch (content) {
                    case PEMKeyPair pair -> {
                        return converter.getPrivateKey(pair.getPrivateKeyInfo());
                    }
                    case PrivateKeyInfo key -> {
                        return converter.getPrivateKey(key);
                    }
                    default -> {} // Parameters of a curve may stand before the key.
                }
            }
        } catch (IOException malformed) {
            throw new IOException("could not load private key file \"" + file + "\"", malformed);
        }
        throw new IOException("could not load private key file \"" + file + "\"");
    }

    private static void refuseOpenKey(Path keyFile) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(keyFile, PosixFileAttributeView.class);
        if (view != null
                && view.readAttributes().permissions().stream()
                        .anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
            throw new IOException("private key file \"" + keyFile
                    + "\" has group or world access: file must have permissions u=rw (0600) or less");
        }
    }

    /// For localhost, of an elliptic-curve key that lives in memory only.
    public static ServerCertificate selfSigned() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(selfSigned(keys));
            return new ServerCertificate(SslContextBuilder.forServer(keys.getPrivate(), certificate), certificate);
        } catch (GeneralSecurityException | OperatorCreationException | IOException missing) {
            throw new IllegalStateException(missing); // Every JDK has these algorithms.
        }
    }

    private static X509CertificateHolder selfSigned(KeyPair keys) throws OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=localhost");
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(Long.SIZE, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(1, ChronoUnit.DAYS)),
                        Date.from(now.plus(SELF_SIGNED_DAYS, ChronoUnit.DAYS)),
                        name,
                        keys.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                    new GeneralName(GeneralName.iPAddress, "::1")
                }))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    }

    /// RFC 5929, tls-server-end-point: the certificate hashed with its signature's hash, SHA-256 in place of
    /// weaker
    /// ones. No bytes when the signature has no hash of its own (Ed25519): then there is no channel binding.
    private static byte[] endpointHash(X509Certificate certificate) throws GeneralSecurityException {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        int with = signature.indexOf("WITH");
        if (with < 0) {
            return new byte[0];
        }
        String algorithm = switch (signature.substring(0, with)) {
            case "MD5", "SHA1", "SHA256" -> "SHA-256";
            case "SHA224" -> "SHA-224";
            case "SHA384" -> "SHA-384";
            case "SHA512" -> "SHA-512";
            default -> "";
        };
        return algorithm.isEmpty()
                ? new byte[0]
                : MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
    }

    public SslContext context() {
        return context;
    }

    /// What a client that binds to the channel must send.
    public byte[] endpointHash() {
        return endpointHash.clone();
    }
}
