package io.kindling.cluster.testing;

import java.util.Random;

/** How often tests repeat what chance decides: seldom in the ordinary build, often with {@code -Pfuzz}. */
public final class Thoroughness {
    private static final boolean FULL = Boolean.getBoolean("kindling.thorough");
    private static final long SEED = Long.getLong("kindling.seed", 20_260_1128L);

    private Thoroughness() {}

    /** One of two numbers. */
    public static int times(int ordinary, int thorough) {
        return FULL ? thorough : ordinary;
    }

    /** Random numbers that are the same in every run; the seed is printed, and {@code -Dkindling.seed} sets it. */
    public static Random random(String what) {
        long seed = SEED + what.hashCode();
        System.out.println(what + ": seed " + SEED);
        return new Random(seed);
    }
}
