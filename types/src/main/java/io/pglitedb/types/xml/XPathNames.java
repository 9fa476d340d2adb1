package io.pglitedb.types.xml;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Function names in XPath expressions: PostgreSQL finds unknown ones when it evaluates, the JDK when it
/// compiles.
final class XPathNames {
    private static final Pattern CALL_OR_STRING =
            Pattern.compile("'[^']*'|\"[^\"]*\"|([\\p{L}_][\\p{L}\\p{N}_.:-]*)\\s*\\(");

    private static final Set<String> KNOWN =
            Set.of(("last position count id local-name namespace-uri name string concat starts-with contains "
                            + "substring-before substring-after substring string-length normalize-space translate "
                            + "boolean not true false lang number sum floor ceiling round "
                            + "comment text processing-instruction node and or div mod")
                    .split(" "));

    private XPathNames() {}

    static boolean callsUnknownFunction(String path) {
        Matcher calls = CALL_OR_STRING.matcher(path);
        while (calls.find()) {
            if (calls.group(1) != null && !isKnown(calls.group(1))) {
                return true;
            }
        }
        return false;
    }

    /// A node test may have an axis in front.
    private static boolean isKnown(String name) {
        int axis = name.lastIndexOf("::");
        return KNOWN.contains(axis < 0 ? name : name.substring(axis + 2));
    }
}
