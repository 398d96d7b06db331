package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network refuses to be built wrong, and says which layer does not fit where. */
class SequentialTest {

    @Test
    void refusesToBeEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(Sequential::of)
                .withMessage("A network needs at least one layer. Received: none.");
    }

    @Test
    void refusesAnInputInTheMiddle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.of(Dense.of(3), Dense.of(2), Input.of(4)))
                .withMessage("An Input can only be the first layer. Received: one at position 2.");
    }

    @Test
    void refusesToBePlannedWithoutInput() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Sequential.of(Dense.of(3)).plan())
                .withMessageContaining("Input.of");
    }

    @Test
    void namesTheLayerThatDoesNotFit() {
        Sequential network = Sequential.of(new Input(new Shape(List.of())), Dropout.of(0.1), Dense.of(2));
        assertThatIllegalArgumentException()
                .isThrownBy(network::plan)
                .withMessage("Layer 2, 'dense' (Dense): It needs an input with at least one axis. Received: ().");
    }

    @Test
    void refusesLayersThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dense.of(-3))
                .withMessage("Dense needs a positive number of units. Received: units=-3.");
        assertThatIllegalArgumentException().isThrownBy(() -> Dense.of(0)).withMessageContaining("units=0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dropout.of(1))
                .withMessage("Dropout needs a rate in [0, 1). Received: 1.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> Dropout.of(-0.1)).withMessageContaining("-0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dropout.of(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dense.of(3).activation("rellu"))
                .withMessageStartingWith("Unknown activation 'rellu'.");
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<Layer> layers = new ArrayList<>();
        layers.add(Dense.of(3));
        Sequential network = new Sequential(layers);
        layers.add(Dense.of(4));
        assertThat(network).isEqualTo(Sequential.of(Dense.of(3)));
    }

    @Test
    void takesAnInputOnlyOnce() {
        Sequential open = Sequential.of(Dense.of(3));
        Sequential stated = open.withInput(Shape.of(5));
        assertThat(stated).isEqualTo(Sequential.of(Input.of(5), Dense.of(3)));
        assertThat(stated.withInput(Shape.of(7))).isSameAs(stated);
        assertThat(open.inputShape()).isEmpty();
    }

    @Test
    void plansNamesShapesAndCounts() {
        NetworkPlan plan = Sequential.of(
                        Input.of(4, 3), Dense.of(5), new Flatten(), Dense.of(2).useBias(false), Dense.of(2))
                .plan();
        assertThat(plan.layers())
                .extracting(LayerPlan::name)
                .containsExactly("input_layer", "dense", "flatten", "dense_1", "dense_2");
        assertThat(plan.layers())
                .extracting(LayerPlan::output)
                .containsExactly(Shape.of(4, 3), Shape.of(4, 5), Shape.of(20), Shape.of(2), Shape.of(2));
        assertThat(plan.trainableCount()).isEqualTo(3 * 5 + 5 + 20 * 2 + 2 * 2 + 2);
        assertThat(plan.nonTrainableCount()).isZero();
        assertThat(plan.input()).isEqualTo(Shape.of(4, 3));
        assertThat(plan.output()).isEqualTo(Shape.of(2));
    }
}
