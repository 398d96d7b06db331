package io.kindling.examples.gallery;

import io.kindling.activations.Activation;
import io.kindling.activations.Relu;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures one activation beside relu in a JVM of its own and prints the quotient of their times.
 *
 * <p>They alternate, so that a busy machine is slow for both, and the median of the quotients counts. Numbers and shape
 * are those of the JMH benchmark: 128 rows of 512 normal numbers.
 */
final class CostMeter {
    private static final int ROWS = 128;
    private static final int COLUMNS = 512;
    private static final int CALLS = 20;
    private static final int WARM_UP = 150;
    private static final int MEASURED = 101;
    /** Called first, as with two activations only the JIT would inline both into the loop that measures them. */
    private static final List<String> OTHERS = List.of("linear", "softsign", "hard_tanh", "leaky_relu");

    private final float[] x = normal(1);
    private final float[] dy = normal(2);
    private final float[] y = new float[x.length];
    private final float[] dx = new float[x.length];

    /** Measures the activation that the argument names. */
    public static void main(String[] arguments) {
        System.out.println(new CostMeter().timesRelu(Activation.of(arguments[0])));
    }

    private double timesRelu(Activation activation) {
        Activation relu = Relu.of();
        for (String other : OTHERS) {
            for (int turn = 0; turn < WARM_UP / 10; turn++) {
                time(Activation.of(other));
            }
        }
        double[] quotients = new double[MEASURED];
        for (int turn = -WARM_UP; turn < MEASURED; turn++) {
            double quotient = time(activation) / time(relu);
            if (turn >= 0) {
                quotients[turn] = quotient;
            }
        }
        Arrays.sort(quotients);
        return quotients[MEASURED / 2];
    }

    private double time(Activation activation) {
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            activation.forward(x, y, ROWS, COLUMNS);
            activation.backward(x, y, dy, dx, ROWS, COLUMNS);
        }
        return System.nanoTime() - start;
    }

    private static float[] normal(long seed) {
        Random random = new Random(seed);
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
