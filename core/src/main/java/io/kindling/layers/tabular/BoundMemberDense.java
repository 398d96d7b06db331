package io.kindling.layers.tabular;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.core.Bias;
import io.kindling.layers.core.KernelProduct;
import io.kindling.linalg.NativeMatrix;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The running form of {@link MemberDense} without its activation: a product for each member. */
final class BoundMemberDense implements BoundUnaryLayer {
    private final List<KernelProduct> products = new ArrayList<>();
    private final Optional<MemberBias> bias;
    private final int features;
    private final int units;
    private final NativeMatrix nativeX;
    private final NativeMatrix nativeZ;
    private final NativeMatrix nativeDx;
    /** The columns of each member in them. */
    private final List<NativeMatrix> membersX;

    private final List<NativeMatrix> membersZ;
    private final List<NativeMatrix> membersDx;
    private final float[] z;
    private final float[] dx;

    BoundMemberDense(int units, LayerBinding binding) {
        int members = binding.inputShape().dimension(0);
        int rows = binding.batchSize();
        boolean training = binding.training();
        this.features = binding.inputShape().last();
        this.units = units;
        this.bias = binding.find("bias").map(place -> new MemberBias(place, members * units));
        this.nativeX = new NativeMatrix(rows, Math.multiplyExact(members, features));
        this.nativeZ = new NativeMatrix(rows, Math.multiplyExact(members, units));
        this.nativeDx = training ? new NativeMatrix(rows, members * features) : NativeMatrix.empty();
        this.membersX = parts(nativeX, members, features);
        this.membersZ = parts(nativeZ, members, units);
        this.membersDx = training ? parts(nativeDx, members, features) : List.of();
        this.z = new float[Math.multiplyExact(rows, members * units)];
        this.dx = new float[training ? Math.multiplyExact(rows, members * features) : 0];
        WeightSlice kernel = binding.weight("kernel");
        WeightSpec part = new WeightSpec(
                "kernel",
                Shape.of(features, units),
                kernel.spec().options(),
                kernel.spec().change());
        for (int member = 0; member < members; member++) {
            WeightSlice ofMember = new WeightSlice(part, kernel.vector(), kernel.offset() + member * features * units);
            Bias none = Bias.of(Optional.empty(), units, rows, training);
            products.add(new KernelProduct(ofMember, none, features, units, training));
        }
    }

    private static List<NativeMatrix> parts(NativeMatrix whole, int members, int columns) {
        List<NativeMatrix> parts = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            parts.add(whole.block(0, whole.rows(), member * columns, columns));
        }
        return parts;
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        int examples = input.rows();
        int members = products.size();
        nativeX.write(input.values(), 0, examples * members * features);
        for (int member = 0; member < members; member++) {
            products.get(member).multiply(membersX.get(member), membersZ.get(member), examples);
        }
        nativeZ.read(z, 0, examples * members * units);
        bias.ifPresent(summands -> summands.add(z, examples));
        return Tensor.of(z, examples);
    }

    @Override
    public float[] backward(float[] dz, int examples) {
        int members = products.size();
        bias.ifPresent(summands -> summands.writeGradient(dz, examples));
        nativeZ.write(dz, 0, examples * members * units);
        for (int member = 0; member < members; member++) {
            KernelProduct product = products.get(member);
            product.kernelGradient(membersX.get(member), membersZ.get(member), examples);
            product.inputGradient(membersZ.get(member), membersDx.get(member), examples);
        }
        nativeDx.read(dx, 0, examples * members * features);
        return dx;
    }

    @Override
    public void close() {
        products.forEach(KernelProduct::close);
        nativeX.close();
        nativeZ.close();
        nativeDx.close();
    }
}
