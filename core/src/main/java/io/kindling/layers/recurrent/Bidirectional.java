package io.kindling.layers.recurrent;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs one recurrent layer along the sequence and another of the same kind against it, and merges what they give step
 * by step: {@code y = merge(forward(x), backward(x))}; zero at steps that do not count (see {@link StepMask}).
 *
 * <p>Schuster and Paliwal, "Bidirectional recurrent neural networks", IEEE Transactions on Signal Processing 45(11),
 * 1997. Weights are those of the layer, then those of the other, as in Keras' {@code Bidirectional}.
 *
 * @param layer an LSTM, a GRU or a SimpleRNN
 * @param mergeMode how two outputs become one
 */
public record Bidirectional(Layer layer, MergeMode mergeMode) implements UnaryLayer {
    /** What Keras puts before the names of the weights of each direction. */
    private static final String FORWARD = "forward_";

    private static final String BACKWARD = "backward_";

    public Bidirectional {
        if (!(layer instanceof Recurrent<?>)) {
            throw new KindlingException(
                    "Bidirectional needs a layer that is an LSTM, a GRU or a SimpleRNN. Received: " + layer + ".");
        }
        if (layer.outputPenalty().isPresent() && mergeMode != MergeMode.CONCAT) {
            throw new KindlingException("Bidirectional needs the merge_mode \"concat\" for a layer with an"
                    + " activity_regularizer. Received: " + mergeMode + ".");
        }
        Objects.requireNonNull(mergeMode, "Bidirectional needs a merge_mode, \"concat\" by default. Received: null.");
    }

    /** Keras' default: outputs one after the other. */
    public static Bidirectional of(Layer layer) {
        return new Bidirectional(layer, MergeMode.CONCAT);
    }

    public Bidirectional mergeMode(MergeMode mergeMode) {
        return Records.with(this, "mergeMode", mergeMode);
    }

    private Recurrent<?> forward() {
        return (Recurrent<?>) layer;
    }

    private Recurrent<?> backward() {
        return (Recurrent<?>)
                Records.with((Record) layer, "goBackwards", !forward().goBackwards());
    }

    @Override
    public Shape outputShape(Shape input) {
        Shape each = forward().outputShape(input);
        return mergeMode == MergeMode.CONCAT ? each.withLast(Math.multiplyExact(2, each.last())) : each;
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return Stream.concat(
                        forward().weights(input).stream().map(weight -> weight.named(FORWARD + weight.name())),
                        backward().weights(input).stream().map(weight -> weight.named(BACKWARD + weight.name())))
                .toList();
    }

    /** That of the layer: a penalty on both outputs is one on the two side by side. */
    @Override
    public Optional<Regularizer> outputPenalty() {
        return layer.outputPenalty();
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final MergeMode mode;
        private final BoundUnaryLayer ahead;
        private final BoundUnaryLayer back;
        private final int steps;
        private final int units;
        private final int inputs;
        private final int columns;
        private final boolean inputGradient;
        private final boolean aheadRunsBackwards;
        private final float[] y;
        private final float[] aheadGradient;
        private final float[] backGradient;
        /** What the two layers gave last. */
        private float[] aheadOutput = {};

        private float[] backOutput = {};
        /** Which steps of the output count. */
        private Optional<StepMask> mask = Optional.empty();

        Bound(Bidirectional layer, LayerBinding binding) {
            this.mode = layer.mergeMode;
            this.ahead = layer.forward().bind(binding.within(FORWARD));
            this.back = layer.backward().bind(binding.within(BACKWARD));
            this.units = layer.forward().units();
            this.steps =
                    layer.forward().returnSequences() ? binding.inputShape().dimension(0) : 1;
            this.columns = layer.mergeMode == MergeMode.CONCAT ? 2 * units : units;
            this.inputGradient = binding.asksInputGradient();
            this.aheadRunsBackwards = layer.forward().goBackwards();
            this.inputs = binding.inputShape().size();
            int batch = binding.batchSize();
            this.y = new float
                    [Math.multiplyExact(
                            batch, layer.outputShape(binding.inputShape()).size())];
            int each = binding.training() ? batch * steps * units : 0;
            this.aheadGradient = new float[each];
            this.backGradient = new float[each];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            int rows = input.rows();
            Tensor first = ahead.forward(input, pass.forLayer(0));
            aheadOutput = first.values();
            backOutput = back.forward(input, pass.forLayer(1)).values();
            // Empty if there is one output only.
            mask = first.mask();
            for (int step = 0; step < rows * steps; step++) {
                if (counts(step)) {
                    merge(step * units, opposite(step) * units, step);
                } else {
                    Arrays.fill(y, step * columns, (step + 1) * columns, 0f);
                }
            }
            return first.with(y);
        }

        /** Whether the step at a place, counted over all examples, counts; the layer may run from the end. */
        private boolean counts(int step) {
            return mask.isEmpty() || mask.get().present()[aheadRunsBackwards ? opposite(step) : step];
        }

        /** Where the other layer has the step at a place, counted over all examples: it starts from the end. */
        private int opposite(int step) {
            return step - step % steps + steps - 1 - step % steps;
        }

        private void merge(int a, int b, int step) {
            int to = step * columns;
            for (int i = 0; i < units; i++) {
                float first = aheadOutput[a + i];
                float second = backOutput[b + i];
                switch (mode) {
                    case CONCAT -> {
                        y[to + i] = first;
                        y[to + units + i] = second;
                    }
                    case SUM -> y[to + i] = first + second;
                    case MUL -> y[to + i] = first * second;
                    case AVE -> y[to + i] = (first + second) / 2;
                }
            }
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            for (int step = 0; step < rows * steps; step++) {
                if (counts(step)) {
                    split(dy, step, step * units, opposite(step) * units);
                } else {
                    int other = opposite(step);
                    Arrays.fill(aheadGradient, step * units, (step + 1) * units, 0f);
                    Arrays.fill(backGradient, other * units, (other + 1) * units, 0f);
                }
            }
            float[] dx = ahead.backward(aheadGradient, rows);
            float[] others = back.backward(backGradient, rows);
            for (int i = 0; inputGradient && i < rows * inputs; i++) {
                dx[i] += others[i];
            }
            return dx;
        }

        private void split(float[] dy, int step, int a, int b) {
            int from = step * columns;
            for (int i = 0; i < units; i++) {
                float gradient = dy[from + i];
                aheadGradient[a + i] = switch (mode) {
                    case CONCAT, SUM -> gradient;
                    case MUL -> gradient * backOutput[b + i];
                    case AVE -> gradient / 2;
                };
                backGradient[b + i] = switch (mode) {
                    case CONCAT -> dy[from + units + i];
                    case SUM -> gradient;
                    case MUL -> gradient * aheadOutput[a + i];
                    case AVE -> gradient / 2;
                };
            }
        }

        @Override
        public void close() {
            ahead.close();
            back.close();
        }
    }
}
