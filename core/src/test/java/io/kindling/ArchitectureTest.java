package io.kindling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of this module depend on each other, and on the libraries, only as they may. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.kindling");

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(70);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.kindling.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.kindling.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingKnowsSparkOrScala() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(CLASSES);
    }

    @Test
    void onlyThreePackagesKnowTheNativeLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.kindling.linalg..", "io.kindling.autodiff..", "io.kindling.dl4j..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void onlyItsPackageKnowsDeeplearning4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.kindling.dl4j..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.deeplearning4j..")
                .check(CLASSES);
    }

    /** Reading serialized objects runs code that the file chooses. */
    @Test
    void nothingReadsSerializedObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }
}
