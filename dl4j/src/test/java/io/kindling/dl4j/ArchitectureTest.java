package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.kindling.testing.Structure;
import org.junit.jupiter.api.Test;

/** The module keeps to the rules of all modules. */
class ArchitectureTest extends Structure {
    private static final String ROOT = "io.kindling.dl4j";
    private static final JavaClasses CLASSES = classesOf(ROOT);

    ArchitectureTest() {
        super(CLASSES, ROOT);
    }

    @Test
    void looksAtAllClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
    }
}
