package io.kindling.math;

import java.util.function.Supplier;

/**
 * The JDK's Vector API, an incubating module: a JVM has it if it was started with {@code --add-modules
 * jdk.incubator.vector}. Classes that use it lie in {@code src/main/vector} and are found by name, as a JVM without the
 * module cannot load them.
 */
public final class VectorApi {
    /** Whether this JVM has the module, and this processor vectors that are a gain. */
    private static final boolean IS_WORTHWHILE = isWorthwhile();

    private VectorApi() {}

    private static boolean isWorthwhile() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return false;
        }
        try {
            return Class.forName("io.kindling.math.Lanes")
                    .getField("ARE_WORTHWHILE")
                    .getBoolean(null);
        } catch (ReflectiveOperationException incomplete) {
            throw incomplete("io.kindling.math.Lanes", incomplete);
        }
    }

    /**
     * An implementation in vectors where this JVM and its processor have them, else the one for every JVM.
     *
     * @param inVectors the name of a class with a constructor without arguments, both public
     * @param plain makes the other one
     * @throws LinkageError if the former is asked for, but there is no such class
     */
    public static <T> T best(String inVectors, Supplier<T> plain) {
        return IS_WORTHWHILE ? create(inVectors) : plain.get();
    }

    @SuppressWarnings("unchecked")
    private static <T> T create(String name) {
        try {
            return (T) Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException incomplete) {
            throw incomplete(name, incomplete);
        }
    }

    private static LinkageError incomplete(String name, ReflectiveOperationException cause) {
        return new LinkageError("The class " + name + " is missing: this build of Kindling is incomplete.", cause);
    }
}
