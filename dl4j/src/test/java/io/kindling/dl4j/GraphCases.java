package io.kindling.dl4j;

import static java.util.Map.entry;

import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.layers.SharedLayer;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.merging.Add;
import io.kindling.layers.merging.Average;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.merging.Maximum;
import io.kindling.layers.merging.Multiply;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.pooling.GlobalAveragePooling2D;
import io.kindling.layers.pooling.MaxPooling2D;
import io.kindling.layers.recurrent.Bidirectional;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.recurrent.SimpleRNN;
import io.kindling.layers.recurrent.TimeDistributed;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.layers.reshaping.Permute;
import io.kindling.layers.reshaping.RepeatVector;
import io.kindling.layers.reshaping.Reshape;
import io.kindling.models.Functional;
import io.kindling.regularizers.L2;
import java.util.List;
import java.util.Map;

/** Networks whose layers are not one after the other, by what is special about each. */
final class GraphCases {

    static final Map<String, Functional> COMPARED = Map.ofEntries(
            entry("residual connection", residual()),
            entry("residual connection around convolutions", residualImage()),
            entry("wide and deep", wideAndDeep()),
            entry("value used three times", usedThreeTimes()),
            entry("input used three times", inputUsedThreeTimes()),
            entry("image beside a vector", imageBesideVector()),
            entry("sequence beside a vector", sequenceBesideVector()),
            entry("steps of two sequences", stepsOfTwoSequences()),
            entry("two embeddings of one input", twoEmbeddings()),
            entry("layers without weights applied twice", appliedTwice()),
            entry("inputs in another order", inAnotherOrder()),
            entry("merge at the end", mergeAtTheEnd()),
            entry("activation of a merge at the end", activationAtTheEnd()),
            entry("input that goes straight to the end", straightToTheEnd()));

    private GraphCases() {}

    private static Node tanh(int units, Node input) {
        return Dense.of(units).activation("tanh").on(input);
    }

    private static Functional residual() {
        Node x = Node.input("x", 4);
        Node hidden = tanh(5, x);
        Node around = Dense.of(5).on(Dense.of(3).activation("relu").on(hidden));
        return Functional.of(
                Dense.of(3).on(ActivationLayer.of("relu").on(Add.of().on(hidden, around))));
    }

    private static Functional residualImage() {
        Layer convolution = Conv2D.of(3, 3).padding(Padding.SAME).useBias(false);
        Node image = Conv2D.of(3, 2).on(Node.input("image", 6, 6, 2));
        Node inner = ActivationLayer.of("relu").on(BatchNormalization.of().on(convolution.on(image)));
        Node around = BatchNormalization.of().on(convolution.on(inner));
        Node sum = ActivationLayer.of("relu").on(Add.of().on(image, around));
        return Functional.of(Dense.of(3)
                .on(Concatenate.of()
                        .on(
                                new GlobalAveragePooling2D().on(sum),
                                Flatten.of().on(MaxPooling2D.of(2).on(sum)))));
    }

    private static Functional wideAndDeep() {
        Node wide = Node.input("wide", 7);
        Node item = Node.input("item", 1);
        Node measures = Node.input("measures", 2);
        Node known = Flatten.of().on(Embedding.of(6, 3).on(item));
        Node deep = tanh(4, Concatenate.of().on(known, measures));
        return Functional.of(Dense.of(3).on(Concatenate.of().on(wide, deep)));
    }

    private static Functional usedThreeTimes() {
        Node hidden = tanh(4, Node.input("x", 3));
        Node squashed = ActivationLayer.of("sigmoid").on(hidden);
        Node shares = ActivationLayer.of("softmax").on(hidden);
        return Functional.of(Dense.of(3)
                .on(Concatenate.of().on(hidden, squashed, shares, Dense.of(2).on(hidden))));
    }

    private static Functional inputUsedThreeTimes() {
        Node x = Node.input("x", 4);
        Node undisturbed = ActivationLayer.of("sigmoid").on(Dropout.of(0).on(x));
        Node squashed = ActivationLayer.of("tanh").on(Reshape.of(2, 2).on(x));
        return Functional.of(
                Dense.of(3).on(Concatenate.of().on(x, undisturbed, Flatten.of().on(squashed), tanh(3, x))));
    }

    private static Functional imageBesideVector() {
        Node image = MaxPooling2D.of(2).on(Conv2D.of(3, 2).activation("tanh").on(Node.input("image", 6, 5, 2)));
        Node vector = tanh(4, Node.input("vector", 5));
        return Functional.of(
                Dense.of(3).on(Concatenate.of().on(vector, Flatten.of().on(image))));
    }

    private static Functional sequenceBesideVector() {
        Node sequence = Node.input("sequence", 5, 3);
        Node vector = Node.input("vector", 4);
        Node steps = Bidirectional.of(LSTM.of(2).returnSequences(true)).on(sequence);
        Node repeated = TimeDistributed.of(Dense.of(4)).on(RepeatVector.of(5).on(vector));
        Node last = LSTM.of(3).on(Multiply.of().on(steps, repeated));
        return Functional.of(
                Dense.of(3).on(Concatenate.of().on(last, vector, SimpleRNN.of(2).on(sequence))));
    }

    private static Functional stepsOfTwoSequences() {
        Node past = LSTM.of(3).returnSequences(true).on(Node.input("past", 4, 2));
        Node future = SimpleRNN.of(3).returnSequences(true).on(Node.input("future", 2, 3));
        Node all = Concatenate.of().axis(1).on(past, future);
        return Functional.of(Dense.of(3)
                .on(Flatten.of()
                        .on(Maximum.of()
                                .on(
                                        all,
                                        Permute.of(2, 1)
                                                .on(Dense.of(6)
                                                        .on(Permute.of(2, 1).on(all)))))));
    }

    private static Functional twoEmbeddings() {
        Node words = Node.input("words", 4);
        Node one = Embedding.of(5, 3).embeddingsRegularizer(new L2(0.1)).on(words);
        Node other = Embedding.of(5, 3).on(Reshape.of(2, 2).on(words));
        Node sum = Add.of().on(one, Reshape.of(4, 3).on(other));
        return Functional.of(Dense.of(3).on(Concatenate.of().on(Flatten.of().on(sum), words)));
    }

    private static Functional appliedTwice() {
        SharedLayer relu = ActivationLayer.of("relu").shared();
        SharedLayer flatten = Flatten.of().shared();
        Node one = flatten.on(relu.on(Dense.of(3).on(Node.input("one", 2, 3))));
        Node other = flatten.on(relu.on(Dense.of(3).on(Node.input("other", 2, 3))));
        return Functional.of(Dense.of(3).on(Add.of().on(one, other)));
    }

    private static Functional inAnotherOrder() {
        Node first = Node.input("first", 3);
        Node second = Node.input("second", 2);
        return Functional.of(
                List.of(first, second), Dense.of(3).on(Concatenate.of().on(tanh(4, second), first)));
    }

    private static Functional mergeAtTheEnd() {
        Node x = Node.input("x", 4);
        return Functional.of(Average.of().on(tanh(3, x), Dense.of(3).on(x)));
    }

    private static Functional activationAtTheEnd() {
        Node x = Node.input("x", 2, 4);
        return Functional.of(ActivationLayer.of("softmax")
                .on(Concatenate.of().axis(1).on(tanh(3, x), Dense.of(3).on(x))));
    }

    private static Functional straightToTheEnd() {
        Node x = Node.input("x", 3);
        return Functional.of(Add.of().on(x, tanh(3, x)));
    }
}
