package io.kindling.layers.tabular;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.core.Bias;
import io.kindling.layers.core.KernelProduct;
import io.kindling.linalg.NativeMatrix;
import java.util.Optional;

/** The running form of {@link EnsembleDense} without its activation: one product for the rows of all members. */
final class BoundEnsembleDense implements BoundUnaryLayer {
    private final MemberFactors inputAdapter;
    private final MemberFactors outputAdapter;
    private final Optional<MemberBias> bias;
    private final KernelProduct product;
    private final int members;
    private final int features;
    private final int units;
    private final boolean training;

    private final NativeMatrix nativeX;
    private final NativeMatrix nativeZ;
    private final NativeMatrix nativeDx;

    /** The products before the output adapter. */
    private final float[] products;

    private final float[] adapted;
    private final float[] z;
    private final float[] dx;
    private float[] x = {};

    BoundEnsembleDense(int units, LayerBinding binding) {
        this.members = binding.inputShape().dimension(0);
        this.features = binding.inputShape().last();
        this.units = units;
        this.training = binding.training();
        int rows = Math.multiplyExact(binding.batchSize(), members);
        WeightSlice kernel = binding.weight("kernel");
        this.inputAdapter = new MemberFactors(binding.weight("input_adapter"), members * features);
        this.outputAdapter = new MemberFactors(binding.weight("output_adapter"), members * units);
        this.bias = binding.find("bias").map(place -> new MemberBias(place, members * units));
        Bias none = Bias.of(Optional.empty(), units, rows, training);
        this.product = new KernelProduct(kernel, none, features, units, training);
        this.nativeX = new NativeMatrix(rows, features);
        this.nativeZ = new NativeMatrix(rows, units);
        this.nativeDx = training ? new NativeMatrix(rows, features) : NativeMatrix.empty();
        this.adapted = new float[Math.multiplyExact(rows, features)];
        this.products = new float[Math.multiplyExact(rows, units)];
        this.z = new float[products.length];
        this.dx = new float[training ? adapted.length : 0];
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        x = input.values();
        int examples = input.rows();
        int rows = examples * members;
        inputAdapter.multiply(x, adapted, examples);
        nativeX.write(adapted, 0, rows * features);
        product.multiply(nativeX, nativeZ, rows);
        nativeZ.read(products, 0, rows * units);
        outputAdapter.multiply(products, z, examples);
        bias.ifPresent(summands -> summands.add(z, examples));
        return Tensor.of(z, examples);
    }

    @Override
    public float[] backward(float[] dz, int examples) {
        int rows = examples * members;
        bias.ifPresent(summands -> summands.writeGradient(dz, examples));
        outputAdapter.writeGradient(products, dz, examples);
        outputAdapter.multiply(dz, dz, examples);
        nativeZ.write(dz, 0, rows * units);
        product.kernelGradient(nativeX, nativeZ, rows);
        product.inputGradient(nativeZ, nativeDx, rows);
        nativeDx.read(dx, 0, rows * features);
        inputAdapter.writeGradient(x, dx, examples);
        inputAdapter.multiply(dx, dx, examples);
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
