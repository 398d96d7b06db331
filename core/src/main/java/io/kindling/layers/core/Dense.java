package io.kindling.layers.core;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.KernelLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Options;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import io.kindling.linalg.SparseRows;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A fully connected layer: {@code y = activation(x · kernel + bias)} over the last axis.
 *
 * <p>Kernel (inputs, units), bias (units), as in Keras.
 *
 * @param units the number of outputs; positive
 * @param activation what is applied to the sums
 * @param useBias whether a bias is added
 * @param kernelInitializer how the kernel starts
 * @param biasInitializer how the bias starts
 * @param kernelRegularizer the penalty on the kernel, or null
 * @param biasRegularizer the penalty on the bias, or null
 * @param activityRegularizer the penalty on the outputs, or null
 * @param kernelConstraint the limit on the kernel, or null
 * @param biasConstraint the limit on the bias, or null
 */
public record Dense(
        int units,
        Activation activation,
        boolean useBias,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint biasConstraint)
        implements KernelLayer<Dense> {

    public Dense {
        if (units <= 0) {
            throw new IllegalArgumentException(
                    "Dense needs a positive number of units. Received: units=" + units + ".");
        }
        Options.requireKernel("Dense", activation, kernelInitializer, biasInitializer);
    }

    /** Keras' defaults: linear, with bias, Glorot-uniform kernel, zero bias. */
    public static Dense of(int units) {
        return new Dense(units, new Linear(), true, new GlorotUniform(), new Zeros(), null, null, null, null, null);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() == 0) {
            throw new IllegalArgumentException("It needs an input with at least one axis. Received: " + input + ".");
        }
        return input.withLast(activation.outputColumns(units));
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.trainable(
                "kernel", Shape.of(input.last(), units), kernelInitializer, kernelRegularizer, kernelConstraint));
        if (useBias) {
            weights.add(
                    WeightSpec.trainable("bias", Shape.of(units), biasInitializer, biasRegularizer, biasConstraint));
        }
        return weights;
    }

    @Override
    public Activation outputActivation() {
        return activation;
    }

    @Override
    public Layer withoutOutputActivation() {
        return activation(new Linear());
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundLayer {
        private final Activation activation;
        private final WeightSlice kernel;
        private final Bias bias;
        private final int inputs;
        private final int units;
        private final int rowsPerExample;
        private final boolean inputGradient;

        /** Null where an input is never taken as sparse. */
        private final SparseInput sparse;

        private final NativeMatrix nativeX;
        private final NativeMatrix nativeKernel;
        private final NativeMatrix nativeZ;
        /** Null outside training. */
        private final NativeMatrix nativeKernelGradient;
        /** Null unless the gradient of the input is asked for. */
        private final NativeMatrix nativeDx;

        private final float[] z;
        /** The same array as z if the activation may write there. */
        private final float[] y;

        /** Null where the gradient of z fits into that of y. */
        private final float[] dz;

        private final float[] dx;
        private long kernelVersion = -1;
        private boolean isSparse;

        Bound(Dense dense, LayerBinding binding) {
            this.activation = dense.activation;
            this.kernel = binding.weight("kernel");
            this.inputs = binding.inputShape().last();
            this.units = dense.units;
            this.rowsPerExample = binding.inputShape().size() / inputs;
            this.inputGradient = binding.asksInputGradient();
            int rows = Math.multiplyExact(binding.batchSize(), rowsPerExample);
            this.bias = new Bias(dense.useBias ? binding.weight("bias") : null, units, rows, binding.training());
            this.sparse = SparseInput.of(rows, inputs, units, binding);
            this.nativeX = new NativeMatrix(rows, inputs);
            this.nativeKernel = new NativeMatrix(inputs, units);
            this.nativeZ = new NativeMatrix(rows, units);
            this.nativeKernelGradient = binding.training() ? new NativeMatrix(inputs, units) : null;
            this.nativeDx = inputGradient ? new NativeMatrix(rows, inputs) : null;
            this.z = new float[rows * units];
            int outputColumns = activation.outputColumns(units);
            this.y = activation.isInPlace() ? z : new float[rows * outputColumns];
            this.dz = outputColumns == units ? null : new float[rows * units];
            this.dx = inputGradient ? new float[rows * inputs] : null;
        }

        @Override
        public float[] forward(float[] x, int examples, ForwardPass pass) {
            int rows = examples * rowsPerExample;
            isSparse = sparse != null && sparse.take(x, rows);
            if (isSparse) {
                sparse.multiply(kernel, bias.slice(), z);
            } else {
                multiply(x, rows);
            }
            return activated(rows);
        }

        @Override
        public float[] forward(SparseRows x, ForwardPass pass) {
            isSparse = sparse != null && rowsPerExample == 1 && sparse.take(x);
            if (!isSparse) {
                return null;
            }
            sparse.multiply(kernel, bias.slice(), z);
            return activated(x.rows());
        }

        private float[] activated(int rows) {
            if (!activation.isIdentity()) {
                activation.forward(z, y, rows, units);
            }
            return y;
        }

        private void multiply(float[] x, int rows) {
            nativeX.write(x, 0, rows * inputs);
            if (kernelVersion != kernel.vector().version()) {
                nativeKernel.write(kernel.values(), kernel.offset(), kernel.size());
                kernelVersion = kernel.vector().version();
            }
            bias.addToProduct(nativeX, nativeKernel, nativeZ, rows);
            nativeZ.read(z, 0, rows * units);
        }

        @Override
        public float[] backward(float[] dy, int examples) {
            int rows = examples * rowsPerExample;
            float[] gradient = dz == null ? dy : dz;
            if (!activation.isIdentity()) {
                activation.backward(z, y, dy, gradient, rows, units);
            }
            nativeZ.write(gradient, 0, rows * units);
            bias.addGradient(nativeZ, rows);
            bias.writeGradient();
            if (isSparse) {
                sparse.writeGradient(gradient, kernel);
            } else {
                MatrixProduct.multiplyTransposedLeft(nativeX, nativeZ, nativeKernelGradient, rows);
                nativeKernelGradient.read(kernel.gradient(), kernel.offset(), kernel.size());
            }
            if (inputGradient) {
                MatrixProduct.multiplyTransposedRight(nativeZ, nativeKernel, nativeDx, rows);
                nativeDx.read(dx, 0, rows * inputs);
            }
            return dx;
        }

        @Override
        public void close() {
            bias.close();
            nativeX.close();
            nativeKernel.close();
            nativeZ.close();
            if (nativeKernelGradient != null) {
                nativeKernelGradient.close();
            }
            if (nativeDx != null) {
                nativeDx.close();
            }
        }
    }
}
