package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The module keeps to the rules of all modules. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Structure.classesOf("io.kindling.dl4j");

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
    }

    @Test
    void packagesHaveNoCycles() {
        Structure.requireNoCycles(CLASSES, "io.kindling.dl4j");
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
