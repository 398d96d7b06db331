package io.kindling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The packages of this module depend on each other, and on the libraries, only as they may. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Structure.classesOf("io.kindling");

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(70);
    }

    @Test
    void packagesHaveNoCycles() {
        Structure.requireNoCycles(CLASSES, "io.kindling");
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
    void onlyTwoPackagesKnowTheNativeLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.kindling.linalg..", "io.kindling.autodiff..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
                .check(CLASSES);
    }

    @Test
    void nothingReadsSerializedObjects() {
        Structure.requireNoDeserialization(CLASSES);
    }

    @Test
    void usersErrorsAreOneType() {
        Structure.requireOneTypeOfUserError(CLASSES);
    }
}
