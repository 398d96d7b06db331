package io.kindling.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kindling.cluster");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.kindling.cluster.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyMainKnowsTheCommandsAndTheyKnowNoMain() {
        noClasses()
                .that()
                .resideInAPackage("io.kindling.cluster.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.kindling.cluster")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsDeeplearning4jOrTheNativeLibraries() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void nothingIsReadByJavaDeserialization() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }
}
