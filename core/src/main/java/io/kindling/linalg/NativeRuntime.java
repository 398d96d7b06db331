package io.kindling.linalg;

import io.kindling.errors.KindlingException;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The native libraries of this process: loaded once, with a number of threads that the caller sets. */
public final class NativeRuntime {

    private NativeRuntime() {}

    /**
     * Loads the native libraries, if that has not happened yet, with one thread per product.
     *
     * @throws IllegalStateException if there are none for this machine
     */
    public static void initialize() {
        try {
            Loaded.touch();
        } catch (LinkageError error) {
            throw new IllegalStateException(
                    "The native libraries of ND4J cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + ". Build with -Dnative.platform set to the platform of the machines that train.",
                    error);
        }
    }

    /**
     * Sets how many threads one matrix product uses, for the whole process.
     *
     * @param threads at least 1; on Spark, {@code spark.task.cpus}
     */
    public static void useThreads(int threads) {
        if (threads < 1) {
            throw new KindlingException("threads must be at least 1. Received: " + threads + ".");
        }
        initialize();
        if (threads == threads()) {
            // Setting them costs as much as a round of a small network, even where nothing changes.
            return;
        }
        openblas_nolapack.blas_set_num_threads(threads);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    }

    /** How many threads one matrix product uses. */
    static int threads() {
        return openblas_nolapack.blas_get_num_threads();
    }

    /** Holder whose initializer runs once, under the JVM's class lock. */
    private static final class Loaded {
        static {
            // Its lines about compilers and threads would stand between a program's own output.
            if (System.getProperty(ND4JSystemProperties.LOG_INITIALIZATION) == null) {
                System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
            }
            KernelSet.choose();
            // ND4J would call System.gc() every few seconds; buffers here are closed explicitly.
            Nd4j.getMemoryManager().togglePeriodicGc(false);
            openblas_nolapack.blas_set_num_threads(1);
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        }

        static void touch() {}
    }
}
