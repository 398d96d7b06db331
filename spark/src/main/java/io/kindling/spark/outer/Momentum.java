package io.kindling.spark.outer;

/**
 * Goes on in the direction of the rounds before: {@code v = momentum · v + (mean - before)}, {@code next = before + rate · v}.
 *
 * <p>SlowMo, arXiv:1910.00643.
 *
 * @param rate how much of a step is made; positive
 * @param momentum how much of the direction is kept, in [0, 1)
 */
public record Momentum(double rate, double momentum) implements OuterOptimizer {

    public Momentum {
        OuterOptimizers.require("momentum", rate, momentum);
    }

    public static Momentum of(double rate, double momentum) {
        return new Momentum(rate, momentum);
    }

    @Override
    public boolean hasMemory() {
        return true;
    }

    @Override
    public void step(float[] before, float[] mean, float[] memory) {
        float rate = (float) this.rate;
        float keep = (float) momentum;
        for (int i = 0; i < mean.length; i++) {
            float v = keep * memory[i] + (mean[i] - before[i]);
            memory[i] = v;
            mean[i] = before[i] + rate * v;
        }
    }
}
