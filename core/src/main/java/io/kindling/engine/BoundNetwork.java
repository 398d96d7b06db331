package io.kindling.engine;

import io.kindling.data.Batch;
import io.kindling.data.FeatureRows;
import io.kindling.errors.KindlingException;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.WeightVector;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Operation;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Weights;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network with its weights and buffers, ready to run on one thread. {@link #close()} frees the native memory.
 *
 * <p>Its values are numbered as {@link Operation} says: the inputs first, then what each operation gives.
 */
public final class BoundNetwork implements AutoCloseable {
    private final NetworkPlan plan;
    private final int batchSize;
    private final WeightVector trainable;
    private final WeightVector nonTrainable;
    private final List<BoundOperation> operations = new ArrayList<>();
    private final int inputs;
    private final Tensor[] values;
    private final GradientSums gradients;
    private final SharedGradients shared;
    private final List<BoundOperation> penalized;
    /** The value that is the output, and the one before its activation, if that is taken apart. */
    private final int output;

    private final int logits;

    private BoundNetwork(NetworkPlan plan, int batchSize, boolean training, boolean inputGradients) {
        MiniBatchRows.require(plan, batchSize);
        this.plan = plan;
        this.batchSize = batchSize;
        this.trainable = new WeightVector(plan.trainableCount(), training);
        boolean frozen = plan.parameters().all().stream()
                .anyMatch(weight -> weight.spec().isFrozen());
        // Layers write the gradients of frozen weights, too, which nobody reads.
        this.nonTrainable = new WeightVector(plan.nonTrainableCount(), training && frozen);
        this.inputs = plan.inputs().size();
        this.values = new Tensor[inputs + plan.operations().size()];
        this.output = values.length - 1;
        this.logits = Objective.outputActivation(plan).isPresent() ? output - 1 : output;
        bind(training, inputGradients);
        this.gradients = new GradientSums(values.length);
        this.shared = SharedGradients.of(operations);
        this.penalized = operations.stream()
                .filter(operation -> operation.penalty().isPresent())
                .toList();
    }

    /** A network that only predicts, at most so many examples at once. */
    public static BoundNetwork forInference(NetworkPlan plan, int batchSize) {
        return new BoundNetwork(plan, batchSize, false, false);
    }

    /** A network that can be trained, on mini-batches of at most so many examples. */
    static BoundNetwork forTraining(NetworkPlan plan, int batchSize) {
        return new BoundNetwork(plan, batchSize, true, false);
    }

    /** The same, of which the gradients of the inputs are asked for, too. */
    static BoundNetwork withInputGradients(NetworkPlan plan, int batchSize) {
        return new BoundNetwork(plan, batchSize, true, true);
    }

    private void bind(boolean training, boolean inputGradients) {
        boolean[] trained = new boolean[values.length];
        Arrays.fill(trained, 0, inputs, inputGradients);
        for (int i = 0; i < plan.operations().size(); i++) {
            Operation operation = plan.operations().get(i);
            List<WeightSlice> slices = slices(operation);
            // Below the first weight that is trained nobody needs a gradient.
            List<Boolean> wanted = operation.inputs().stream()
                    .map(input -> training && trained[input])
                    .toList();
            LayerBinding binding =
                    new LayerBinding(operation.inputShapes(), batchSize, slices, training, wanted, operation.inPlace());
            List<WeightSlice> trainable =
                    slices.stream().filter(slice -> slice.spec().trainable()).toList();
            trained[inputs + i] = training && (wanted.contains(true) || !trainable.isEmpty());
            Optional<OutputPenalty> penalty = training
                    ? operation
                            .penalty()
                            .map(regularizer -> new OutputPenalty(
                                    regularizer, operation.output().size(), batchSize))
                    : Optional.empty();
            operations.add(new BoundOperation(
                    operation,
                    inputs + i,
                    new ChosenValues(operation.inputs()),
                    operation.layer().bind(binding),
                    trainable,
                    wanted,
                    trained[inputs + i],
                    penalty));
        }
    }

    /** The places of the weights that an operation names, of those of its layer. */
    private List<WeightSlice> slices(Operation operation) {
        Set<String> names = operation.layer().weights(operation.inputShapes()).stream()
                .map(WeightSpec::name)
                .collect(Collectors.toSet());
        return plan.parameters().of(operation.place()).stream()
                .filter(weight -> names.contains(weight.spec().name()))
                .map(this::slice)
                .toList();
    }

    /** The place of a weight in this network's vectors. */
    WeightSlice slice(Parameter weight) {
        return new WeightSlice(weight.spec(), weight.spec().trainable() ? trainable : nonTrainable, weight.offset());
    }

    /** Copies weights in. */
    public void load(Weights weights) {
        copy(weights.trainable(), trainable);
        copy(weights.nonTrainable(), nonTrainable);
    }

    private static void copy(float[] source, WeightVector target) {
        if (source.length != target.values().length) {
            throw new KindlingException(
                    "The network has " + target.values().length + " parameters. Received: " + source.length + ".");
        }
        System.arraycopy(source, 0, target.values(), 0, source.length);
        target.changed();
    }

    /** A copy of the weights. */
    public Weights weights() {
        return new Weights(trainable.values().clone(), nonTrainable.values().clone());
    }

    /** The weights that gradients change; whoever changes them says so by {@link WeightVector#changed()}. */
    public WeightVector trainable() {
        return trainable;
    }

    /**
     * Predicts the first {@code rows} examples of a network with one input.
     *
     * @return row-major outputs, valid until the next call
     */
    public float[] predict(float[] x, int rows) {
        values[0] = Tensor.of(x, rows);
        return predicted();
    }

    /** Predicts the examples of a mini-batch; the same as for its features. */
    public float[] predict(Batch batch) {
        return predict(batch.inputs());
    }

    /** Predicts examples, of each input of which there may be only what is not zero; the same as for all numbers. */
    public float[] predict(List<FeatureRows> x) {
        enter(x);
        return predicted();
    }

    private float[] predicted() {
        run(operations.size(), ForwardPass.INFERENCE);
        return values[output].values();
    }

    /** The outputs of the last prediction before the activation of the last layer: logits. */
    public float[] logits() {
        return values[logits].values();
    }

    /** Which steps of the last outputs count; empty for all. */
    Optional<StepMask> outputMask() {
        return values[output].mask();
    }

    /** Runs the first operations and gives what the last of them gives. */
    Tensor run(List<FeatureRows> x, int count, ForwardPass pass) {
        enter(x);
        run(count, pass);
        return values[inputs + count - 1];
    }

    /** The sum of the penalties on what the first operations gave in the last run. */
    double penalties(int count) {
        double penalties = 0;
        for (BoundOperation operation : penalized) {
            if (operation.number() < inputs + count) {
                penalties += operation.penalty(values[operation.number()]);
            }
        }
        return penalties;
    }

    /** Goes through the first operations from the last back, from the gradient of what it gave. */
    void backward(int count, float[] gradient) {
        gradients.start(inputs + count - 1, gradient);
        for (int i = count - 1; i >= 0; i--) {
            BoundOperation operation = operations.get(i);
            if (operation.trained()) {
                operation.backward(values[operation.number()], gradients);
                shared.gather(operation);
            }
        }
    }

    /** The gradient of an input after going back, if that was asked for. */
    float[] inputGradient(int input) {
        return gradients.of(input);
    }

    private void enter(List<FeatureRows> x) {
        for (int i = 0; i < inputs; i++) {
            values[i] = Tensor.of(x.get(i));
        }
    }

    private void run(int count, ForwardPass pass) {
        for (int i = 0; i < count; i++) {
            values[inputs + i] = operations.get(i).forward(pass);
        }
    }

    /** Some of the values, as they are when they are asked for. */
    private final class ChosenValues extends AbstractList<Tensor> {
        private final int[] numbers;

        ChosenValues(List<Integer> numbers) {
            this.numbers = numbers.stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        public Tensor get(int index) {
            return values[numbers[index]];
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }

    @Override
    public void close() {
        operations.forEach(BoundOperation::close);
    }
}
