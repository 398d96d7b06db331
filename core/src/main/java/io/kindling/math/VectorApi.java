package io.kindling.math;

import java.util.function.Supplier;

/**
 * The JDK's Vector API, an incubating module: a JVM has it if it was started with {@code --add-modules
 * jdk.incubator.vector}. Classes that use it lie in {@code src/main/vector} and are found by name, as a JVM without the
 * module cannot load them.
 */
public final class VectorApi {
    private static final String MODULE = "jdk.incubator.vector";

    private VectorApi() {}

    /**
     * What makes implementations in vectors where this JVM has them, else those for every JVM.
     *
     * @param name of a {@link Supplier} with a constructor without arguments, which may use the module
     * @throws LinkageError if this JVM has the module, but there is no such class
     */
    @SuppressWarnings("unchecked")
    public static <T> Supplier<T> supplier(String name, Supplier<T> plain) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return plain;
        }
        try {
            return (Supplier<T>) Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException incomplete) {
            throw new LinkageError(
                    "The class " + name + " is missing: this build of Kindling is incomplete.", incomplete);
        }
    }
}
