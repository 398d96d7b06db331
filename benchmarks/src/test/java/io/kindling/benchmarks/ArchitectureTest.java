package io.kindling.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The module keeps to the table of dependencies in docs/architecture.md. */
class ArchitectureTest extends Structure {
    private static final String ROOT = "io.kindling.benchmarks";
    private static final JavaClasses CLASSES = classesOf(ROOT);

    ArchitectureTest() {
        super(CLASSES, ROOT);
    }

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(45);
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
}
