package io.pglitedb.executor.authentication;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.executor.backend.Clocks;
import io.pglitedb.executor.session.LoginRequest;
import io.pglitedb.executor.session.PasswordSecret;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.ScramVerifier;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.network.InetFunctions;
import io.pglitedb.types.value.Inet;
import java.net.InetAddress;
import java.util.Optional;

/// Says what a client has to prove, by the first rule that fits.
///
/// @param file of the rules
public record ClientAuthentication(HbaFile file) {
    /// 28000 when the rules refuse the connection.
    public RoleLogin login(LoginRequest request, CatalogView catalog) {
        InetAddress client = request.clientAddress().isEmpty() ? null : InetAddress.ofLiteral(request.clientAddress());
        for (HbaRule rule : file.rules()) {
            if (rule.matches(request.database(), request.user(), client, request.encrypted(), catalog)) {
                return switch (rule.method()) {
                    case TRUST -> new RoleLogin.Trust();
                    case REJECT -> throw refusal("pg_hba.conf rejects connection", request, client);
                    case SCRAM_SHA_256 -> new RoleLogin.Scram(verifier(secret(request.user(), catalog)));
                    case MD5 -> md5(secret(request.user(), catalog));
                    case PASSWORD -> new RoleLogin.Clear(secret(request.user(), catalog));
                };
            }
        }
        throw refusal("no pg_hba.conf entry", request, client);
    }

    private static RoleLogin md5(Optional<PasswordSecret> secret) {
        return secret.isPresent() && secret.get() instanceof PasswordSecret.Md5 stored
                ? new RoleLogin.Md5(stored)
                : new RoleLogin.Scram(verifier(secret));
    }

    private static Optional<ScramVerifier> verifier(Optional<PasswordSecret> secret) {
        return secret.isPresent() && secret.get() instanceof PasswordSecret.Scram(ScramVerifier verifier)
                ? Optional.of(verifier)
                : Optional.empty();
    }

    /// Empty when there is no such role, or none with a password that is valid now.
    private static Optional<PasswordSecret> secret(String user, CatalogView catalog) {
        RoleDef role = catalog.role(user);
        if (role == null
                || role.validUntil().filter(end -> end < Clocks.micros()).isPresent()) {
            return Optional.empty();
        }
        return role.password().flatMap(PasswordSecret::parse);
    }

    private static PgException refusal(String what, LoginRequest request, InetAddress client) {
        return PgException.fatal(
                SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                "%s for host \"%s\", user \"%s\", database \"%s\", %s"
                        .formatted(
                                what,
                                client == null ? "[local]" : text(client),
                                request.user(),
                                request.database(),
                                request.encrypted() ? "SSL encryption" : "no encryption"));
    }

    private static String text(InetAddress address) {
        byte[] bytes = address.getAddress();
        return InetFunctions.host(Inet.of(bytes, bytes.length * Byte.SIZE)).toString();
    }
}
