package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.layers.Input;
import io.kindling.layers.Node;
import io.kindling.layers.SharedLayer;
import io.kindling.layers.attention.MultiHeadAttention;
import io.kindling.layers.attention.PositionEmbedding;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.merging.Add;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.merging.Dot;
import io.kindling.layers.merging.Subtract;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.GraphLayer.Source;
import io.kindling.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A graph keeps what is one layer and what is two, and one that cannot run is refused where it is built, by name. */
class FunctionalTest {
    private static final Node X = Node.input("x", 4);
    private static final Node OTHER = Node.input("other", 3);

    private static void assertRefused(Node output, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functional.of(output))
                .withMessage(message);
    }

    @Test
    void equalLayersStayTwo() {
        Node sum = Add.of().on(Dense.of(3).on(X), Dense.of(3).on(X));
        NetworkPlan plan = Functional.of(sum).plan();
        assertThat(plan.layers()).extracting(LayerPlan::name).containsExactly("x", "dense", "dense_1", "add");
        assertThat(plan.trainableCount()).isEqualTo(2 * (4 * 3 + 3));
    }

    @Test
    void aSharedLayerHasItsWeightsOnce() {
        SharedLayer tower = Dense.of(3).named("tower").shared();
        Node left = Node.input("left", 4);
        Functional network = Functional.of(Subtract.of().on(tower.on(left), tower.on(X)));
        assertThat(network.plan().trainableCount()).isEqualTo(4 * 3 + 3);
        assertThat(network.plan().parameters().all())
                .extracting(ParameterLayout.Parameter::name)
                .containsExactly("tower/kernel", "tower/bias");
        assertThat(network.layers().get(2).calls())
                .containsExactly(List.of(new Source("left", 0)), List.of(new Source("x", 0)));
        assertThat(Network.fromCompleteJson(network.toJson())).isEqualTo(network);
    }

    @Test
    void equalGraphsAreEqual() {
        assertThat(Functional.of(Dense.of(3).on(X)))
                .isEqualTo(Functional.of(Dense.of(3).on(Node.input("x", 4))));
        assertThat(Functional.of(Dense.of(3).on(X)))
                .isNotEqualTo(Functional.of(Dense.of(3).on(Node.input("y", 4))));
    }

    @Test
    void inputsComeInTheOrderGiven() {
        Node joined = Concatenate.of().on(X, OTHER);
        assertThat(Functional.of(joined).inputs()).containsExactly("x", "other");
        Functional turned = Functional.of(List.of(OTHER, X), joined);
        assertThat(turned.plan().inputSizes()).containsExactly(3, 4);
        assertThat(turned.plan().features()).isEqualTo(7);
    }

    @Test
    void shapesThatDoNotMergeAreRefused() {
        assertRefused(
                Add.of().named("sum").on(X, OTHER),
                "Layer 'sum' (Add): It merges inputs of one shape, but for axes of length 1. Received: [(4,), (3,)].");
        assertRefused(
                Dot.of(1).on(X, OTHER),
                "Layer 'dot' (Dot): It sums along axes of the same length. Received: [(4,), (3,)], with axes=[1].");
        assertRefused(
                Subtract.of().on(X, X, X),
                "Layer 'subtract' (Subtract): It merges 2 inputs. Received: 3, [(4,), (4,), (4,)].");
        assertRefused(
                Concatenate.of().axis(1).on(Node.input("a", 2, 3), Node.input("b", 2, 4)),
                "Layer 'concatenate' (Concatenate): It joins inputs along axis 1, so they need the same lengths along"
                        + " all others. Received: [(2, 3), (2, 4)].");
        assertRefused(
                Dense.of(2).on(X, OTHER), "Layer 'dense' (Dense): It takes one input. Received: 2, [(4,), (3,)].");
    }

    @Test
    void attentionThatDoesNotFitIsRefused() {
        Node sequence = Node.input("sequence", 5, 6);
        assertRefused(
                MultiHeadAttention.of(2, 3).on(sequence),
                "Layer 'multi_head_attention' (MultiHeadAttention): It is applied to a query and a value, and a key if"
                        + " that is another. Received: 1, [(5, 6)].");
        assertRefused(
                MultiHeadAttention.of(2, 3).on(sequence, X),
                "Layer 'multi_head_attention' (MultiHeadAttention): It needs sequences of shape (steps, features)."
                        + " Received: (4,).");
        assertRefused(
                PositionEmbedding.of(4).on(sequence),
                "Layer 'position_embedding' (PositionEmbedding): It has vectors for 4 steps, its sequence_length."
                        + " Received: (5, 6).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiHeadAttention.of(0, 3))
                .withMessage("MultiHeadAttention needs positive num_heads, key_dim and value_dim."
                        + " Received: 0, 3 and null.");
    }

    @Test
    void aSharedLayerOnTwoShapesIsRefused() {
        SharedLayer tower = Dense.of(3).named("tower").shared();
        assertRefused(
                Add.of().on(tower.on(X), tower.on(OTHER)),
                "Layer 'tower' (Dense): It is applied to [(4,)] and to [(3,)], but a layer that is shared needs the same"
                        + " shapes.");
    }

    @Test
    void namesUsedTwiceAreRefused() {
        assertRefused(
                Dense.of(2).named("a").on(Dense.of(2).named("a").on(X)),
                "Every layer needs a name of its own. Received 'a' for two of them.");
        assertRefused(
                Add.of().on(X, Node.input("x", 4)),
                "Every layer needs a name of its own. Received 'x' for two of them.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Sequential.of(Dense.of(2).named("a"), Dense.of(2).named("a")))
                .withMessage("Every layer needs a name of its own. Received 'a' for two of them.");
    }

    @Test
    void namesThatAreGivenAreNotTakenByOthers() {
        Node y = Dense.of(2).on(Dense.of(2).named("dense").on(X));
        assertThat(Functional.of(y).plan().layers())
                .extracting(LayerPlan::name)
                .containsExactly("x", "dense", "dense_1");
    }

    @Test
    void inputsThatAreMissingOrNotNeededAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functional.of(List.of(X), Concatenate.of().on(X, OTHER)))
                .withMessage("The output needs the input 'other', which is not among the inputs given.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functional.of(List.of(X, OTHER), Dense.of(2).on(X)))
                .withMessage("The output does not need the input 'other'.");
    }

    @Test
    void circlesAndUnknownSourcesAreRefused() {
        GraphLayer x = new GraphLayer("x", Input.of(4), true, List.of());
        GraphLayer a = new GraphLayer("a", Add.of(), true, List.of(List.of(new Source("x", 0), new Source("b", 0))));
        GraphLayer b = new GraphLayer("b", Dense.of(4), true, List.of(List.of(new Source("a", 0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Functional(List.of(x, a, b), List.of("x"), new Source("b", 0)))
                .withMessage("These layers feed each other in a circle: a, b.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Functional(List.of(x, a), List.of("x"), new Source("a", 0)))
                .withMessage("The layer 'a' is fed by 'b', which is not there. There are: x, a.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Functional(List.of(x, b), List.of("x"), new Source("b", 1)))
                .withMessage("The output is fed by 'b[1]', which is not there. There are: x, b.");
        GraphLayer unused = new GraphLayer("u", Dense.of(2), true, List.of(List.of(new Source("x", 0))));
        GraphLayer used = new GraphLayer("d", Dense.of(2), true, List.of(List.of(new Source("x", 0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Functional(List.of(x, unused, used), List.of("x"), new Source("d", 0)))
                .withMessage("The output does not need the layer 'u'.");
    }

    @Test
    void deepGraphsNeedNoDeepStack() {
        Node node = X;
        for (int i = 0; i < 5000; i++) {
            node = ActivationLayer.of("relu").on(node);
        }
        assertThat(Functional.of(node).plan().layers()).hasSize(5001);
    }

    @Test
    void aPartLeadsToALayerAndNeedsItsInputsOnly() {
        Node hidden = Dense.of(5).named("hidden").on(X);
        Functional network = Functional.of(Dense.of(1).on(Concatenate.of().on(hidden, OTHER)));
        assertThat(network.upTo("hidden")).isEqualTo(Functional.of(hidden));
        assertThat(Sequential.of(Input.of(4), Dense.of(5), Dense.of(2)).upTo("dense"))
                .isEqualTo(Sequential.of(Input.of(4), Dense.of(5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.upTo("hiden"))
                .withMessage("The network has no layer called hiden. It has: x, other, hidden, concatenate, dense.");
    }

    @Test
    void frozenWeightsAreNotTrainable() {
        Functional network = Functional.of(Dense.of(1)
                .on(Flatten.of().on(Embedding.of(7, 3).named("embed").on(Node.input("id", 1)))));
        Network frozen = network.freeze(List.of("emb*"));
        assertThat(frozen.plan().trainableCount()).isEqualTo(4);
        assertThat(frozen.plan().nonTrainableCount()).isEqualTo(21);
        assertThat(Network.fromCompleteJson(frozen.toJson())).isEqualTo(frozen);
        Sequential chain = Sequential.of(Input.of(4), Dense.of(5), Dense.of(2)).freeze(List.of("dense"));
        assertThat(chain).isEqualTo(Sequential.of(Input.of(4), Dense.of(5).frozen(), Dense.of(2)));
        assertThat(Network.fromCompleteJson(chain.toJson())).isEqualTo(chain);
        assertThat(chain.plan().input()).isEqualTo(Shape.of(4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.freeze(List.of("embed", "lstm*")))
                .withMessage("The network has no layer called lstm*. It has: id, embed, flatten, dense.");
    }
}
