package io.pglitedb.wire;

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
    /// Returns when the client has proved to be `user`; throws the FATAL report otherwise.
    void prove(RoleLogin login, String user, byte[] endpointHash) throws InterruptedException {
        switch (login) {
            case RoleLogin.Trust _ -> {}
            case RoleLogin.Scram(String secret) ->
                exchange(ScramVerifier.parse(secret).orElseGet(() -> registry.fakeVerifier(user)), user, endpointHash);
            case RoleLogin.Refused _ -> exchange(registry.fakeVerifier(user), user, endpointHash);
        }
    }

    private void exchange(ScramVerifier verifier, String user, byte[] endpointHash) throws InterruptedException {
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
        if (last.isEmpty()) {
            throw PgException.fatal(
                    SqlState.INVALID_PASSWORD, "password authentication failed for user \"" + user + "\"");
        }
        output.messages().authenticationSaslFinal(bytes(last.get()));
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
