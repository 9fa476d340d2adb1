package io.pglitedb.executor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.bytes.ByteWriter;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RowEncoderTest {
    @Test
    void writesMessagesOneAfterAnotherAndDropsAnAbandonedOne() {
        ByteWriter out = new ByteWriter();
        RowEncoder rows = new RowEncoder(out);
        rows.begin(2);
        rows.beginValue().putAscii("ab");
        rows.endValue();
        rows.nullValue();
        rows.end();
        rows.begin(1);
        rows.beginValue().putAscii("half");
        rows.abandon();
        rows.begin(1);
        rows.beginValue();
        rows.endValue();
        rows.end();
        assertEquals(
                "44" + "00000010" + "0002" + "00000002" + "6162" + "ffffffff" + "44" + "0000000a" + "0001" + "00000000",
                HexFormat.of().formatHex(out.toByteArray()));
    }
}
