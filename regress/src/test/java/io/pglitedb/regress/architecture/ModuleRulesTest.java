package io.pglitedb.regress.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The walls of docs/architecture.md that Maven's module order cannot see: where third-party worlds stop, and names.
@AnalyzeClasses(packages = "io.pglitedb", importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleRulesTest {
    @ArchTest
    static final ArchRule ROCKSDB_STOPS_AT_THE_ROW_STORE = noClasses()
            .that()
            .resideOutsideOfPackages("io.pglitedb.rowstore..", "io.pglitedb.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rocksdb..");

    @ArchTest
    static final ArchRule CALCITE_STOPS_AT_THE_PLANNER = noClasses()
            .that()
            .resideOutsideOfPackage("io.pglitedb.planner.rel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.calcite..");

    @ArchTest
    static final ArchRule NETTY_STOPS_AT_THE_WIRE = noClasses()
            .that()
            .resideOutsideOfPackage("io.pglitedb.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_AFTER_NOUNS =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..");
}
