package io.pglitedb.wire;

import io.pglitedb.executor.session.PasswordSecret;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.ScramVerifier;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.FrameSplitter.Expected;
import io.pglitedb.wire.authentication.ScramExchange;
import io.pglitedb.wire.message.MessageReader;
import io.pglitedb.wire.message.SaslInitialResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Asks a client for the proof that its role needs.
record Login(Startup.Events events, ClientOutput output, Transport transport, ConnectionRegistry registry) {
    private static final int MD5_SALT_BYTES = 4;

    /// Returns when the client has proved to be `user`; throws the FATAL report otherwise.
    void prove(RoleLogin login, String user, byte[] endpointHash) throws InterruptedException {
        boolean proved = switch (login) {
            case RoleLogin.Trust _ -> true;
            case RoleLogin.Scram(Optional<ScramVerifier> verifier) ->
                exchange(verifier.orElseGet(() -> registry.fakeVerifier(user)), endpointHash);
            case RoleLogin.Md5(PasswordSecret.Md5 secret) -> challenge(secret);
            case RoleLogin.Clear(Optional<PasswordSecret> secret) ->
                ask(secret.orElseGet(() -> new PasswordSecret.Scram(registry.fakeVerifier(user))), user);
        };
        if (!proved) {
            throw PgException.fatal(
                    SqlState.INVALID_PASSWORD, "password authentication failed for user \"" + user + "\"");
        }
    }

    private boolean ask(PasswordSecret secret, String user) throws InterruptedException {
        output.messages().authenticationCleartextPassword();
        return secret.accepts(user, password());
    }

    private boolean challenge(PasswordSecret.Md5 secret) throws InterruptedException {
        byte[] salt = registry.randomBytes(MD5_SALT_BYTES);
        output.messages().authenticationMd5Password(salt);
        return secret.answers(salt, password());
    }

    private String password() throws InterruptedException {
        String password = MessageReader.readPassword(response());
        if (password.isEmpty()) {
            throw PgException.fatal(SqlState.INVALID_PASSWORD, "empty password returned by client");
        }
        return password;
    }

    private boolean exchange(ScramVerifier verifier, byte[] endpointHash) throws InterruptedException {
        ScramExchange scram = new ScramExchange(verifier, endpointHash);
        output.messages().authenticationSasl(scram.mechanisms());
        SaslInitialResponse initial = MessageReader.readSaslInitialResponse(response());
        byte[] first;
        if (initial.data().isPresent()) {
            first = initial.data().get();
        } else {
            output.messages().authenticationSaslContinue(new byte[0]);
            first = response();
        }
        output.messages().authenticationSaslContinue(bytes(scram.first(initial.mechanism(), text(first))));
        Optional<String> last = scram.last(text(response()));
        last.ifPresent(proof -> output.messages().authenticationSaslFinal(bytes(proof)));
        return last.isPresent();
    }

    private byte[] response() throws InterruptedException {
        output.flush();
        transport.expect(Expected.AUTHENTICATION);
        while (true) {
            switch (events.next()) {
                case Event.Frame(char _, byte[] body) -> {
                    return body;
                }
                case Event.Refused(Report report) -> throw new PgException(report);
                case Event.NotificationsPending _ -> {}
                case Event.TerminationRequested(Report reason) -> throw new PgException(reason);
                case Event.Closed _ -> throw ClientOutput.vanished();
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
