package io.kindling.engine;

import io.kindling.layers.WeightSlice;
import io.kindling.math.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradients of weights that several operations share: each writes its own over the last one's, so they are added up
 * beside, and written back with the last operation.
 */
final class SharedGradients {
    /** One sum for all operations with the same weights; operations are looked up as what they are, not by their contents. */
    private final Map<BoundOperation, Sum> sums;

    private SharedGradients(Map<BoundOperation, Sum> sums) {
        this.sums = sums;
    }

    static SharedGradients of(List<BoundOperation> operations) {
        Map<List<WeightSlice>, Sum> all = new HashMap<>();
        for (BoundOperation operation : operations) {
            if (!operation.trainable().isEmpty()) {
                all.computeIfAbsent(operation.trainable(), Sum::new).uses++;
            }
        }
        Map<BoundOperation, Sum> shared = new IdentityHashMap<>();
        for (BoundOperation operation : operations) {
            Sum sum = all.get(operation.trainable());
            if (sum != null && sum.uses > 1) {
                shared.put(operation, sum);
            }
        }
        return new SharedGradients(shared);
    }

    /** Takes note of the gradients that an operation has just written. */
    void gather(BoundOperation operation) {
        Sum sum = sums.get(operation);
        if (sum != null) {
            sum.add();
        }
    }

    /** The sum for some weights. */
    private static final class Sum {
        private final List<WeightSlice> weights;
        private final List<float[]> gradients = new ArrayList<>();
        private int uses;
        private int seen;

        Sum(List<WeightSlice> weights) {
            this.weights = weights;
            weights.forEach(weight -> gradients.add(new float[weight.size()]));
        }

        void add() {
            seen++;
            for (int i = 0; i < weights.size(); i++) {
                WeightSlice weight = weights.get(i);
                float[] gradient = gradients.get(i);
                Rows.add(weight.gradient(), weight.offset(), gradient, 0, weight.size());
                if (seen == uses) {
                    System.arraycopy(gradient, 0, weight.gradient(), weight.offset(), weight.size());
                    Arrays.fill(gradient, 0f);
                }
            }
            if (seen == uses) {
                seen = 0;
            }
        }
    }
}
