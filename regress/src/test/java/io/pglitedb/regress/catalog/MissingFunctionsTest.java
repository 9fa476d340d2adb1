package io.pglitedb.regress.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.facts.FactTable;
import io.pglitedb.types.function.FunctionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/compatibility.md` lists the functions of `pg_proc` that have no body, and only those. Aggregates and
/// window functions are made of other things than a body.
final class MissingFunctionsTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "compatibility.md");
    private static final String SECTION = "## Functions without a body";
    private static final int SQL = 14; // OID of the language

    private static final CatalogView CATALOG = BuiltinCatalog.instance();

    @Test
    void documentListsWhatIsMissing() throws IOException {
        Set<String> documented = documented();
        Set<String> missing = missing();
        Set<String> toRemove = new TreeSet<>(documented);
        toRemove.removeAll(missing);
        Set<String> toAdd = new TreeSet<>(missing);
        toAdd.removeAll(documented);
        assertEquals("to remove: [], to add: []", "to remove: %s, to add: %s".formatted(toRemove, toAdd));
    }

    private static Set<String> documented() throws IOException {
        String document = Files.readString(DOCUMENT);
        Set<String> listed = new TreeSet<>();
        boolean inList = false;
        for (String line : document.substring(document.indexOf(SECTION)).lines().toList()) {
            if (line.startsWith("```")) {
                inList = !inList;
            } else if (inList) {
                // A space separates entries; the names of some types have one too.
                listed.addAll(List.of(line.split(" (?=[A-Za-z_0-9]+(?:\\(| |$))(?![^(]*\\))")));
            }
        }
        return listed;
    }

    private static Set<String> missing() {
        Set<String> present = new TreeSet<>();
        List<FunctionDef> without = new ArrayList<>();
        for (int oid : FactTable.read("pg_proc", row -> row.integer("oid"))) {
            FunctionDef function = CATALOG.function(oid);
            if (function.kind() == 'a' || function.kind() == 'w') {
                continue;
            }
            if (hasBody(function)) {
                present.add(function.name());
            } else {
                without.add(function);
            }
        }
        return without.stream()
                .map(function -> present.contains(function.name()) ? signature(function, ",") : function.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasBody(FunctionDef function) {
        String name = function.language() == SQL ? signature(function, ", ") : function.prosrc();
        return FunctionRegistry.standard().find(name) != null;
    }

    private static String signature(FunctionDef function, String separator) {
        return function.argumentTypes().stream()
                .map(CATALOG::formatType)
                .collect(Collectors.joining(separator, function.name() + "(", ")"));
    }
}
