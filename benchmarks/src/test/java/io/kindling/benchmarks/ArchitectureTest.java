package io.kindling.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kindling.benchmarks");

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(45);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.kindling.benchmarks.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void benchmarksKnowNoMain() {
        noClasses()
                .that()
                .resideInAPackage("io.kindling.benchmarks.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.kindling.benchmarks")
                .check(CLASSES);
    }

    /** So that one sees from a name what is compared with what. */
    @Test
    void onlyWhatIsNamedForItKnowsDeeplearning4j() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Dl4j")
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
