package io.kindling.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest extends Structure {
    private static final String ROOT = "io.kindling.spark";
    private static final JavaClasses CLASSES = classesOf(ROOT);

    ArchitectureTest() {
        super(CLASSES, ROOT);
    }

    @Test
    void subpackagesDoNotUseTheStages() {
        noClasses()
                .that()
                .resideInAPackage("io.kindling.spark.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.kindling.spark")
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
    void privatePartsOfMllibAreCalledInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.kindling.spark.mllib")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.spark\\.ml\\.util\\.DefaultParams(Reader|Writer).*")
                .check(CLASSES);
    }
}
