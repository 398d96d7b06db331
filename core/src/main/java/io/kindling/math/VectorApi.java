package io.kindling.math;

import java.util.function.Supplier;

/**
 * The JDK's Vector API, an incubating module: a JVM has it if it was started with {@code --add-modules
 * jdk.incubator.vector}. Classes that use it lie in {@code src/main/vector} and are found by name, as a JVM without the
 * module cannot load them.
 */
final class VectorApi {
    private static final String MODULE = "jdk.incubator.vector";

    /** Gives {@link Loops}. */
    private static final String LOOPS = "io.kindling.math.VectorLoopsSupplier";

    private VectorApi() {}

    /** Loops in vectors where this JVM and its processor have them, else those for every JVM. */
    static Loops loops() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return new PlainLoops();
        }
        try {
            Object supplier = Class.forName(LOOPS).getDeclaredConstructor().newInstance();
            return (Loops) ((Supplier<?>) supplier).get();
        } catch (ReflectiveOperationException incomplete) {
            throw new LinkageError(
                    "The class " + LOOPS + " is missing: this build of Kindling is incomplete.", incomplete);
        }
    }
}
