package io.kindling.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Structure.classesOf("io.kindling.cluster");

    @Test
    void packagesHaveNoCycles() {
        Structure.requireNoCycles(CLASSES, "io.kindling.cluster");
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
    void nativeCodeIsReachedThroughCoreOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
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
