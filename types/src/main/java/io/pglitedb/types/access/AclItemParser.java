package io.pglitedb.types.access;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.reference.Roles;
import io.pglitedb.types.text.NameType;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.Utf8;
import java.io.ByteArrayOutputStream;

/// Reads `grantee=letters/grantor`, a star behind each letter that carries the grant option.
/// Behaviour: PostgreSQL 15, `aclparse`.
final class AclItemParser {
    private static final int BOOTSTRAP_SUPERUSER = 10;
    private static final int PUBLIC = 0;

    /// A right of old, ignored.
    private static final char OLD_RULE = 'R';

    private final Utf8 text;
    private int at;

    AclItemParser(Utf8 text) {
        this.text = text;
    }

    AclItem parse(SessionContext session) {
        Utf8 grantee = grantee();
        at++; // the equal sign
        int privileges = 0;
        int grantOptions = 0;
        int last = 0;
        for (; isLetter(peek()) || peek() == '*'; at++) {
            if (peek() == '*') {
                grantOptions |= last;
            } else {
                last = peek() == OLD_RULE ? 0 : privilege((char) peek()).bit();
            }
            privileges |= last;
        }
        int granteeRole = grantee.isEmpty() ? PUBLIC : Roles.require(grantee.toString(), session);
        int grantor = grantor(session);
        skipSpace();
        if (at < text.length()) {
            throw invalid("extra garbage at the end of the ACL specification");
        }
        return AclItem.of(granteeRole, grantor, privileges, grantOptions);
    }

    /// Up to the equal sign; the words group and user may stand in front.
    private Utf8 grantee() {
        Utf8 name = identifier();
        if (peek() != '=') {
            String word = name.toString();
            if (!word.equals("group") && !word.equals("user")) {
                throw invalid("unrecognized key word: \"" + word + "\"")
                        .hint("ACL key word must be \"group\" or \"user\".");
            }
            name = identifier();
            if (name.isEmpty()) {
                throw invalid("missing name").hint("A name must follow the \"group\" or \"user\" key word.");
            }
        }
        if (peek() != '=') {
            throw invalid("missing \"=\" sign");
        }
        return name;
    }

    private int grantor(SessionContext session) {
        if (peek() != '/') {
            session.report(
                    Report.warning(SqlState.INVALID_GRANTOR, "defaulting grantor to user ID " + BOOTSTRAP_SUPERUSER));
            return BOOTSTRAP_SUPERUSER;
        }
        at++;
        Utf8 name = identifier();
        if (name.isEmpty()) {
            throw invalid("a name must follow the \"/\" sign");
        }
        return Roles.require(name.toString(), session);
    }

    private static Privilege privilege(char letter) {
        StringBuilder letters = new StringBuilder();
        for (Privilege privilege : Privilege.values()) {
            if (privilege.letter() == letter) {
                return privilege;
            }
            letters.append(privilege.letter());
        }
        throw invalid("invalid mode character: must be one of \"" + letters + "\"");
    }

    /// Letters, digits, underscores and anything in double quotes; white space around it is skipped. May be
    /// empty.
    private Utf8 identifier() {
        skipSpace();
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        boolean quoted = false;
        for (; at < text.length() && (quoted || isPlain(peek()) || peek() == '"'); at++) {
            if (peek() == '"') {
                if (at + 1 == text.length() || text.byteAt(at + 1) != '"') {
                    quoted = !quoted;
                    continue;
                }
                at++;
            }
            if (name.size() == NameType.MAX_BYTES) {
                throw new PgException(SqlState.NAME_TOO_LONG, "identifier too long")
                        .detail("Identifier must be less than " + (NameType.MAX_BYTES + 1) + " characters.");
            }
            name.write(peek());
        }
        skipSpace();
        return new Utf8(name.toByteArray());
    }

    private static boolean isLetter(int character) {
        return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    }

    private static boolean isPlain(int character) {
        return isLetter(character) || IntegerText.isDigit(character) || character == '_' || character >= 0x80;
    }

    private int peek() {
        return at < text.length() ? text.byteAt(at) & 0xff : -1;
    }

    private void skipSpace() {
        while (IntegerText.isSpace(peek())) {
            at++;
        }
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_TEXT_REPRESENTATION, message);
    }
}
