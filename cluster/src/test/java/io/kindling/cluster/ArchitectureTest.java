package io.kindling.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest extends Structure {
    private static final String ROOT = "io.kindling.cluster";
    private static final JavaClasses CLASSES = classesOf(ROOT);

    ArchitectureTest() {
        super(CLASSES, ROOT);
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
}
