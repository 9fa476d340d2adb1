package io.pglitedb.types.access;

/// A right that can be granted; the order is that of aclitem's bits.
public enum Privilege {
    INSERT('a'),
    SELECT('r'),
    UPDATE('w'),
    DELETE('d'),
    TRUNCATE('D'),
    REFERENCES('x'),
    TRIGGER('t'),
    EXECUTE('X'),
    USAGE('U'),
    CREATE('C'),
    TEMPORARY('T'),
    CONNECT('c'),
    SET('s'),
    ALTER_SYSTEM('A');

    private final char letter;

    Privilege(char letter) {
        this.letter = letter;
    }

    /// In the text form of aclitem.
    public char letter() {
        return letter;
    }

    public int bit() {
        return 1 << ordinal();
    }

    /// As GRANT spells it.
    public String sqlName() {
        return name().replace('_', ' ');
    }

    public static int bits(Privilege... privileges) {
        int bits = 0;
        for (Privilege privilege : privileges) {
            bits |= privilege.bit();
        }
        return bits;
    }
}
