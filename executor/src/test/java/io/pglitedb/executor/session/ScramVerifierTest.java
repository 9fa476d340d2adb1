package io.pglitedb.executor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScramVerifierTest {
    /// The secrets are PostgreSQL's own, from CREATE ROLE … PASSWORD: plain, soft hyphen, Roman numeral, no-break
    /// space,
    /// a digit in right-to-left text (refused by SASLprep), a ligature beside an unassigned code point (refused).
    @ParameterizedTest
    @CsvSource({
        "pencil, SCRAM-SHA-256$4096:wP73exjFXCUKwFkmPc49yQ==$mdiofMn3Y/Bd/ahFC/OBoRNZcTohZ1xfrxe9S9GsDSg=:lvy9S6CEJn20d0K1MeesIXbU8d/6+PbM9DkP5kq45vA=",
        "I\u00adX, SCRAM-SHA-256$4096:yWvn9qZhbNhFz/sKcsJ53w==$O0/MDOJIFfZ4N/B45UDdn9mD6Sk4xoayfNN/QMVKFjE=:QkyoBHOAPgA9cBakDjO+HijbWLAcp393YV0jz2mx1K8=",
        "\u2168, SCRAM-SHA-256$4096:gSOeHqUh97ZN9QqP4b9v7w==$tu14FbLiRT4GMzZC13wYjFNOdssWGoJH5bz+V565rqs=:m3RWnY9DNr+mdbGFMwU3t9R008mcnq5Gsqu4A+UCDM4=",
        "a\u00a0b, SCRAM-SHA-256$4096:APJWRSv8jj16kYgDx9CHKg==$BprziAAEsQqf3nJLcVHaJ9795oJmzpDfaSR/2jMX++w=:MZVstTPJRwNX8O52I4FObMCqMCIfnmx++KH5yGjYzqQ=",
        "\u06271, SCRAM-SHA-256$4096:AOT7rTrLzS22OKoMgFAWIQ==$VUMZIaCfAV4/w01VoexREokUvdHwSUDUOo22XCOjV+4=:/nr7LUKwYx6eeqyvbYkA9phoLGLUpW0JR+xSoyT7LI8=",
        "ﬁ\uD83D\uDE00x, SCRAM-SHA-256$4096:Ylu42r4hhw1mH7LInt3Ecw==$epsnr7zi3eSYb0QZPA5DzKxSnBe0w6Ajpn90aXnIb2c=:/tKrRTr9wa4XXTLV42rAs4zhHMtIXJq/xF2bfaq8ehM="
    })
    void passwordsGiveThePostgresqlSecret(String password, String secret) {
        ScramVerifier stored = ScramVerifier.parse(secret).orElseThrow();
        assertEquals(
                secret,
                ScramVerifier.of(password, stored.salt(), stored.iterations()).toString());
        assertEquals(secret, stored.toString());
    }

    /// The exchange of RFC 7677, section 3.
    @Test
    void proofsOfTheRfcAreAccepted() {
        byte[] salt = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
        ScramVerifier verifier = ScramVerifier.of("pencil", salt, 4096);
        byte[] message = ("n=user,r=rOprNGfwEbeRWgbNEkqO,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] proof = Base64.getDecoder().decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertTrue(verifier.accepts(proof, message));
        assertEquals(
                "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
                Base64.getEncoder().encodeToString(verifier.serverSignature(message)));
        proof[7] ^= 1;
        assertFalse(verifier.accepts(proof, message));
        assertFalse(verifier.accepts(new byte[31], message));
    }

    @Test
    void saltsDiffer() {
        assertNotEquals(
                ScramVerifier.of("pencil").toString(),
                ScramVerifier.of("pencil").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pencil",
                "md5a7c8f0f6ea1d0fb8dcbb8dd1a1f7e8a3",
                "SCRAM-SHA-256$0:c2FsdA==$AAAA:AAAA",
                "SCRAM-SHA-256$4096:c2FsdA==$AAAA:AAAA",
                "SCRAM-SHA-256$4096:!$AAAA:AAAA"
            })
    void otherTextsAreNoSecrets(String text) {
        assertTrue(ScramVerifier.parse(text).isEmpty());
    }
}
