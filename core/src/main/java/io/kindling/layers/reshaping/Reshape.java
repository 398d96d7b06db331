package io.kindling.layers.reshaping;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundPassThrough;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at the same values, in row-major order, in another shape.
 *
 * @param targetShape the lengths without the batch axis; one of them may be -1 for what is left
 */
public record Reshape(List<Integer> targetShape) implements UnaryLayer {

    public Reshape {
        targetShape = List.copyOf(targetShape);
        if (targetShape.stream().anyMatch(length -> length == 0 || length < -1)
                || targetShape.stream().filter(length -> length == -1).count() > 1) {
            throw new KindlingException(
                    "Reshape needs positive lengths, one of them at most -1. Received: " + targetShape + ".");
        }
    }

    public static Reshape of(int... targetShape) {
        return new Reshape(Arrays.stream(targetShape).boxed().toList());
    }

    @Override
    public Shape outputShape(Shape input) {
        int known = targetShape.stream().filter(length -> length > 0).reduce(1, Math::multiplyExact);
        List<Integer> lengths = new ArrayList<>(targetShape);
        int open = lengths.indexOf(-1);
        if (open >= 0 && input.size() % known == 0) {
            lengths.set(open, input.size() / known);
            return new Shape(lengths);
        }
        if (open >= 0 || known != input.size()) {
            throw new KindlingException("It makes " + targetShape + " of its input, so it needs "
                    + (open >= 0 ? "a multiple of " : "") + known + " values. Received: " + input + ".");
        }
        return new Shape(lengths);
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundPassThrough();
    }
}
