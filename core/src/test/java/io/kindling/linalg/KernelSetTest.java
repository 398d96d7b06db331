package io.kindling.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;

/** OpenBLAS gets the kernels of the processor it runs on. */
class KernelSetTest {

    @Test
    void allFlagsAreNeeded() {
        assertThat(KernelSet.hasAvx512("fpu sse2 avx2 avx512f avx512dq avx512cd avx512bw avx512vl fma"))
                .isTrue();
        assertThat(KernelSet.hasAvx512("fpu sse2 avx2 avx512f avx512cd fma")).isFalse();
        assertThat(KernelSet.hasAvx512("")).isFalse();
    }

    @Test
    void openBlasIsToldBeforeItIsLoaded() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        assumeTrue(Files.isReadable(processors), "Only Linux tells what its processors can do.");
        assumeTrue(Files.readString(processors).contains("avx512vl"), "This processor has no AVX-512.");
        NativeRuntime.initialize();
        String set = System.getenv("OPENBLAS_CORETYPE");
        assertThat(loadedKernels())
                .as("those the environment names, if it does")
                .isEqualToIgnoringCase(set == null ? "skylakex" : set);
    }

    /** As the library says itself, which lies beside its binding. */
    private static String loadedKernels() {
        Path binding = Path.of(Loader.load(openblas_nolapack.class));
        return NativeLibrary.getInstance(
                        binding.resolveSibling("libopenblas.so.0").toString())
                .getFunction("openblas_get_corename")
                .invokeString(new Object[0], false);
    }
}
