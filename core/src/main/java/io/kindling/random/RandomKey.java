package io.kindling.random;

/**
 * Random numbers as a pure function of a key and a position: number i of a key is always the same, in whatever order
 * it is asked for.
 *
 * <p>The mixing function is that of SplitMix64 (Steele, Lea, Flood, 2014). Keys are derived, never counted on:
 * {@code of(seed).with(epoch).with(worker)} gives the same numbers on a retried task as on the first.
 *
 * @param bits the state the numbers are made from
 */
public record RandomKey(long bits) {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final float TO_UNIT = 0x1.0p-24f;

    /** The key of a seed. */
    public static RandomKey of(long seed) {
        return new RandomKey(mix(seed + GOLDEN_GAMMA));
    }

    /** A key that is independent of this one and of those of other values. */
    public RandomKey with(long value) {
        return new RandomKey(mix(bits ^ mix(value * GOLDEN_GAMMA + 0x632be59bd9b4e019L)));
    }

    /** 64 random bits. */
    public long longAt(long position) {
        return mix(bits + (position + 1) * GOLDEN_GAMMA);
    }

    /** Uniform in [0, 1). */
    public float uniformAt(long position) {
        return (longAt(position) >>> 40) * TO_UNIT;
    }

    /** Standard normal, by Box and Muller from two uniform numbers of this position. */
    public double gaussianAt(long position) {
        double first = ((longAt(2 * position) >>> 11) + 1) * 0x1.0p-53;
        double second = (longAt(2 * position + 1) >>> 11) * 0x1.0p-53;
        return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
