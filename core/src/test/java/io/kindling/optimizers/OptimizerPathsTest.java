package io.kindling.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where two variables get to: what Keras 3.15 computes where its options or the bounds of variables matter. */
class OptimizerPathsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lamb(0.1) | 5 | 0.3433825, -1.343382, 0.3624492, -0.1375508, 3.137551, -1.137551
            clipped(sgd(0.1), clipnorm=0.6) | 5 | 0.847, -1.796, 0.5199889, 0.0399778, 2.960022, -0.9980011
            clipped(sgd(0.1), global_clipnorm=0.6) | 5 | 0.9370493, -1.916066, 0.5139188, 0.02783754, 2.972162, -0.9986081
            clipped(adam(0.1), clipvalue=0.3) | 5 | 0.5063665, -1.500664, 0.316653, -0.183347, 3.183347, -1.206653
            ftrl(0.5, -0.4, 0.2, 0.1, 0.2, 0.05, 0.3) | 5 | -0.755974, 0.910781, 0.2051596, 0.05906507, 1.380405, 0.01481724
            lion(0.1, 0.7, 0.8) | 5 | 0.5, -1.5, 0.4, -0.1, 3.1, -1.1
            nadam(0.001, beta_1=0.95) | 1500 | -1.248425, 0.2484252, 0.4988773, -0.001122733, 3.001123, -1.001123
            adamw(exponential_decay(0.1, 2, 0.5), weight_decay=0.1) | 5 | 0.700831, -1.67302, 0.3081179, -0.1779774, 3.094547, -1.150162
            """)
    void agreesWithKeras(String text, int steps, String ends) {
        Optimizer optimizer = Optimizer.of(text);
        float[] w = {1, -2, 0.5f, 0, 3, -1};
        float[] gradient = new float[6];
        Variables variables = new Variables(w, gradient, new int[] {0, 2, 6});
        float[][] slots = optimizer.initialSlots(6);
        for (int step = 0; step < steps; step++) {
            float rising = (step + 1) / 2f;
            float wave = (float) Math.cos(step);
            float[] next = {0.3f * rising, -0.4f * rising, 1 * wave, 2 * wave, -2 * wave, 0.1f * wave};
            System.arraycopy(next, 0, gradient, 0, 6);
            optimizer.update(variables, slots, step);
        }
        float[] expected = new float[6];
        String[] numbers = ends.split(",");
        for (int i = 0; i < 6; i++) {
            expected[i] = Float.parseFloat(numbers[i].strip());
        }
        assertThat(w).containsExactly(expected, within(steps > 100 ? 1e-4f : 3e-6f));
    }
}
