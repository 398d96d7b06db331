package io.kindling.layers.reshaping;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;
import java.util.stream.IntStream;

/**
 * Makes a sequence of a vector by repeating it: (features) to (n, features).
 *
 * @param n how often; positive
 */
public record RepeatVector(int n) implements UnaryLayer {

    public RepeatVector {
        if (n <= 0) {
            throw new KindlingException("RepeatVector needs a positive n. Received: n=" + n + ".");
        }
    }

    public static RepeatVector of(int n) {
        return new RepeatVector(n);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new KindlingException("It needs vectors of shape (features). Received: " + input + ".");
        }
        return Shape.of(n, input.last());
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        int features = binding.inputShape().last();
        return new BoundGather(
                IntStream.range(0, n * features).map(i -> i % features).toArray(), binding);
    }
}
