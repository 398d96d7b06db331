package io.kindling.layers.core;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.KernelLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Options;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.linalg.NativeMatrix;
import io.kindling.registry.Prefixed;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A fully connected layer: {@code y = activation(x · kernel + bias)} over the last axis.
 *
 * <p>Kernel (inputs, units), bias (units), as in Keras.
 *
 * @param units the number of outputs; positive
 * @param activation what is applied to the sums
 * @param useBias whether a bias is added
 * @param kernel how the kernel starts, and what holds it
 * @param bias how the bias starts, and what holds it
 * @param activityRegularizer the penalty on the outputs
 */
public record Dense(
        int units,
        Activation activation,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions bias,
        Optional<Regularizer> activityRegularizer)
        implements KernelLayer<Dense> {

    public Dense {
        if (units <= 0) {
            throw new KindlingException("Dense needs a positive number of units. Received: units=" + units + ".");
        }
        Options.requireActivation("Dense", activation);
    }

    /** Keras' defaults: linear, with bias, Glorot-uniform kernel, zero bias. */
    public static Dense of(int units) {
        return new Dense(
                units,
                new Linear(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Zeros()),
                Optional.empty());
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.requireFeatures().withLast(activation.outputColumns(units));
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return weights("kernel", Shape.of(input.last(), units), "bias", Shape.of(units));
    }

    @Override
    public Activation outputActivation() {
        return activation;
    }

    @Override
    public List<Layer> parts() {
        return ActivationLayer.apart(this);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    /** {@code z = x · kernel + bias}; the activation is a part of its own. */
    private static final class Bound implements BoundUnaryLayer {
        private final WeightSlice kernel;
        private final Bias bias;
        private final KernelProduct product;
        private final int inputs;
        private final int units;
        private final int rowsPerExample;
        private final boolean inputGradient;
        private final SparseInput sparse;

        private final NativeMatrix nativeX;
        private final NativeMatrix nativeZ;
        private final NativeMatrix nativeDx;

        private final float[] z;
        private final float[] dx;
        private boolean isSparse;

        Bound(Dense dense, LayerBinding binding) {
            this.kernel = binding.weight("kernel");
            this.inputs = binding.inputShape().last();
            this.units = dense.units;
            this.rowsPerExample = binding.inputShape().size() / inputs;
            this.inputGradient = binding.asksInputGradient();
            int rows = Math.multiplyExact(binding.batchSize(), rowsPerExample);
            this.bias = Bias.of(binding.find("bias"), units, rows, binding.training());
            this.product = new KernelProduct(kernel, bias, inputs, units, binding.training());
            this.sparse = new SparseInput(rows, inputs, units, binding);
            this.nativeX = new NativeMatrix(rows, inputs);
            this.nativeZ = new NativeMatrix(rows, units);
            this.nativeDx = inputGradient ? new NativeMatrix(rows, inputs) : NativeMatrix.empty();
            this.z = new float[Math.multiplyExact(rows, units)];
            this.dx = new float[inputGradient ? rows * inputs : 0];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            int rows = input.rows() * rowsPerExample;
            isSparse = sparse.take(input, rowsPerExample);
            if (isSparse) {
                sparse.multiply(kernel, bias, z);
            } else {
                nativeX.write(input.values(), 0, rows * inputs);
                product.multiply(nativeX, nativeZ, rows);
                nativeZ.read(z, 0, rows * units);
            }
            return input.with(z);
        }

        @Override
        public float[] backward(float[] dz, int examples) {
            int rows = examples * rowsPerExample;
            nativeZ.write(dz, 0, rows * units);
            product.biasGradient(nativeZ, rows);
            if (isSparse) {
                sparse.writeGradient(dz, kernel);
            } else {
                product.kernelGradient(nativeX, nativeZ, rows);
            }
            if (inputGradient) {
                product.inputGradient(nativeZ, nativeDx, rows);
                nativeDx.read(dx, 0, rows * inputs);
            }
            return dx;
        }

        @Override
        public void close() {
            product.close();
            nativeX.close();
            nativeZ.close();
            nativeDx.close();
        }
    }
}
