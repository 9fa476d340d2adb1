package io.pglitedb.types.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.xml.XmlBuilding.Attribute;
import io.pglitedb.types.xml.XmlBuilding.Standalone;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What SQL/XML's expressions give; expectations from PostgreSQL 15.
class XmlBuildingTest {
    private static final TestSession SESSION = new TestSession() {
        @Override
        public String setting(String name) {
            return name.equals("xmlbinary") ? "hex" : "content";
        }
    };

    private static void assertText(String expected, Utf8 actual) {
        assertEquals(expected, actual.toString());
    }

    private static void assertFails(SqlState state, String message, Executable call) {
        PgException error = assertThrows(PgException.class, call);
        assertEquals(state, error.state());
        assertEquals(message, error.getMessage());
    }

    private static String text(int type, String text) {
        Object value = BuiltinTypes.get(type).parse(Utf8.of(text), -1, SESSION);
        return XmlValues.text(value, type, true, SESSION);
    }

    @Test
    void elementsEscapeAttributesAndTakeContentAsItIs() {
        List<Attribute> attributes =
                List.of(new Attribute("b", "ßx"), new Attribute("c", "a\"<&>\n\t"), new Attribute("d", null));
        assertText(
                "<a b=\"&#xDF;x\" c=\"a&quot;&lt;&amp;&gt;&#10;&#9;\">ü&lt;</a>",
                XmlBuilding.element("a", attributes, List.of("ü&lt;")));
        assertText("<a/>", XmlBuilding.element("a", List.of(), Arrays.asList((String) null)));
        assertText("<a></a>", XmlBuilding.element("a", List.of(), List.of("")));
    }

    @Test
    void valuesHaveTheFormsOfXmlSchema() {
        assertEquals("true", text(Oids.BOOL, "t"));
        assertEquals("2020-01-02", text(Oids.DATE, "2020-01-02"));
        assertEquals("2020-01-02T03:04:05.5", text(Oids.TIMESTAMP, "2020-01-02 03:04:05.5"));
        assertEquals("2020-01-02T03:04:05+00:00", text(Oids.TIMESTAMPTZ, "2020-01-02 03:04:05+00"));
        assertEquals("DEADBEEF", text(Oids.BYTEA, "\\xdeadbeef"));
        assertEquals("&lt;&#x0d;", text(Oids.TEXT, "<\r"));
        assertEquals("<a/>", text(Oids.XML, "<a/>"));
        PgArray array = PgArray.of(Oids.INT4, 1, null, 2);
        assertEquals("<element>1</element><element>2</element>", XmlValues.text(array, Oids.INT4_ARRAY, true, SESSION));
        assertFails(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range", () -> text(Oids.DATE, "infinity"));
        assertFails(
                SqlState.DATETIME_FIELD_OVERFLOW, "timestamp out of range", () -> text(Oids.TIMESTAMP, "-infinity"));
    }

    @Test
    void rootsReplaceTheDeclaration() {
        Utf8 declared = Utf8.of("<?xml version=\"1.1\" standalone=\"no\"?><a/>");
        assertText(
                "<?xml version=\"1.0\" standalone=\"yes\"?><a/>",
                XmlBuilding.root(Utf8.of("<a/>"), null, Standalone.YES));
        assertText(
                "<?xml version=\"1.0\" standalone=\"no\"?><a/>",
                XmlBuilding.root(declared, Utf8.of("1.0"), Standalone.OMITTED));
        assertText("<?xml version=\"1.1\"?><a/>", XmlBuilding.root(declared, Utf8.of("1.1"), Standalone.NO_VALUE));
    }

    @Test
    void processingInstructionsAreChecked() {
        assertText("<?foo?>", XmlBuilding.processingInstruction("foo", null));
        assertText("<?foo ?>", XmlBuilding.processingInstruction("foo", Utf8.EMPTY));
        assertText("<?php echo 1;?>", XmlBuilding.processingInstruction("php", Utf8.of("   echo 1;")));
        String message = "invalid XML processing instruction";
        assertFails(SqlState.SYNTAX_ERROR, message, () -> XmlBuilding.processingInstruction("XML", Utf8.of("x")));
        assertFails(
                SqlState.INVALID_XML_PROCESSING_INSTRUCTION,
                message,
                () -> XmlBuilding.processingInstruction("foo", Utf8.of("a ?> b")));
    }

    @Test
    void documentsHaveOneRoot() {
        assertTrue(XmlBuilding.isDocument(Utf8.of("<a/>")));
        assertFalse(XmlBuilding.isDocument(Utf8.of("a<b/>")));
        assertText("a<b/>", XmlBuilding.serialize(Utf8.of("a<b/>"), false));
        assertFails(
                SqlState.NOT_AN_XML_DOCUMENT,
                "not an XML document",
                () -> XmlBuilding.serialize(Utf8.of("<a/><b/>"), true));
    }

    @Test
    void identifiersBecomeNames() {
        assertEquals("xml:a_x005F_x.b", XmlNames.ofIdentifier("xml:a_x.b", false, false));
        assertEquals("_x0078_ml_x003A_a_x002E_b", XmlNames.ofIdentifier("xml:a.b", true, true));
        assertEquals("_x0039_x_x0020_y", XmlNames.ofIdentifier("9x y", false, false));
        assertEquals("_x0031_:b", XmlNames.ofIdentifier("1:b", false, false));
    }

    @Test
    void externalEntitiesStayOutside() {
        Utf8 xml = Utf8.of("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>");
        assertText(
                "{<a/>}",
                Utf8.of(XPathFunctions.xpath(Utf8.of("/a"), xml, PgArray.empty(Oids.TEXT))
                        .toString()
                        .replace("[", "{")
                        .replace("]", "}")));
    }
}
