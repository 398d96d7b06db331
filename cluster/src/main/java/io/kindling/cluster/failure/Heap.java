package io.kindling.cluster.failure;

/** Sizes of heaps, as the JVM's options write them. */
final class Heap {
    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;

    private Heap() {}

    /** How to get twice the heap that this process has. */
    static String moreForDriver() {
        long wanted = Math.max(2, (2 * Runtime.getRuntime().maxMemory() + GIGABYTE - 1) / GIGABYTE);
        return "KINDLING_JAVA_OPTS=-Xmx" + wanted + "g, or --driver-memory " + wanted + "g with spark-submit,";
    }

    static long megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
