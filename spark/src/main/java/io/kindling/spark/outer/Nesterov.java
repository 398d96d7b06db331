package io.kindling.spark.outer;

/**
 * Momentum that looks ahead: {@code v = momentum · v + (mean - before)}, {@code next = before + rate · (mean - before + momentum · v)}.
 *
 * <p>As the outer optimizer of DiLoCo, arXiv:2311.08105.
 *
 * @param rate how much of a step is made; positive
 * @param momentum how much of the direction is kept, in [0, 1)
 */
public record Nesterov(double rate, double momentum) implements OuterOptimizer {

    public Nesterov {
        OuterOptimizers.require("nesterov", rate, momentum);
    }

    public static Nesterov of(double rate, double momentum) {
        return new Nesterov(rate, momentum);
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
            mean[i] = before[i] + rate * (mean[i] - before[i] + keep * v);
        }
    }
}
