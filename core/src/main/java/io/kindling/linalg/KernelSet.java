package io.kindling.linalg;

import com.sun.jna.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Chooses OpenBLAS' kernels where it does not choose the best: the version that ND4J ships takes AVX-512 processors
 * that are newer than itself for older ones, and multiplies small matrices at half the speed.
 */
final class KernelSet {
    /** Read by OpenBLAS while it is loaded. */
    private static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final String AVX_512 = "SKYLAKEX";
    /** What the kernels of that name are compiled for. */
    private static final List<String> NEEDED = List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

    /** Up to so many multiplications these kernels need no packed copies of what they multiply. */
    private static final long SMALL = 100 * 100 * 100;

    /** Of a vector of 16 floats; fewer are not worth a call. */
    private static final int LEAST_ROWS = 16;

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** Whether the kernels for AVX-512 run. */
    private static boolean avx512;

    private KernelSet() {}

    /** Must be called before OpenBLAS is loaded; what a user has set stays. */
    static void choose() {
        String set = System.getenv(VARIABLE);
        if (set == null && isLinuxOnX86() && hasAvx512(flags())) {
            // The JVM can read the environment only; the C library's own function changes what OpenBLAS sees.
            Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, AVX_512, 0});
            set = AVX_512;
        }
        avx512 = AVX_512.equalsIgnoreCase(set);
    }

    /**
     * How many rows of a mini-batch to multiply in one call on one thread, where each takes part in {@code k · n}
     * multiplications: all, unless the product is large and narrow, so that packing would take longer than multiplying.
     */
    static int rowsAtOnce(int rows, int k, int n) {
        long small = SMALL / ((long) k * n) / LEAST_ROWS * LEAST_ROWS;
        boolean inPieces = avx512 && small >= LEAST_ROWS && small < rows && NativeRuntime.threads() == 1;
        return inPieces ? (int) small : rows;
    }

    /**
     * Whether a product that replaces what was in its place takes longer than one that is added to zeros: all kernels but
     * those for AVX-512 clear that place one number at a time.
     */
    static boolean clearsSlowly() {
        return !avx512;
    }

    /** Whether a processor with these flags, as Linux lists them, can run the kernels. */
    static boolean hasAvx512(String flags) {
        return List.of(flags.split("\\s+")).containsAll(NEEDED);
    }

    private static boolean isLinuxOnX86() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static String flags() {
        if (!Files.isReadable(PROCESSORS)) {
            return "";
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
