package io.kindling.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Structure.classesOf("io.kindling.benchmarks");

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(45);
    }

    @Test
    void packagesHaveNoCycles() {
        Structure.requireNoCycles(CLASSES, "io.kindling.benchmarks");
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
        Structure.requireNoDeserialization(CLASSES);
    }

    @Test
    void usersErrorsAreOneType() {
        Structure.requireOneTypeOfUserError(CLASSES);
    }
}
