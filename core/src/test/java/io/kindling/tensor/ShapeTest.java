package io.kindling.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Shapes count and print themselves as Keras does, and cannot be impossible. */
class ShapeTest {

    @Test
    void countsAndPrints() {
        assertThat(Shape.of(28, 28, 3).size()).isEqualTo(2352);
        assertThat(Shape.of(28, 28, 3).last()).isEqualTo(3);
        assertThat(Shape.of(28, 28).withLast(5)).isEqualTo(Shape.of(28, 5));
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of(28, 28)).hasToString("(28, 28)");
        assertThat(Shape.of(784)).hasToString("(784,)");
        assertThat(Shape.of()).hasToString("()");
    }

    @Test
    void refusesTheImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(3, 0))
                .withMessage("A shape needs positive lengths. Received: (3, 0).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(1 << 16, 1 << 16))
                .withMessageContaining("(65536, 65536)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(1 << 30, 1 << 30, 1 << 30))
                .withMessageContaining("at most");
    }
}
