package io.kindling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The packages of this module depend on each other, and on the libraries, only as they may. */
class ArchitectureTest extends Structure {
    private static final String ROOT = "io.kindling";
    private static final JavaClasses CLASSES = classesOf(ROOT);

    ArchitectureTest() {
        super(CLASSES, ROOT);
    }

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(70);
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
}
