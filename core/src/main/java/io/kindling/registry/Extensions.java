package io.kindling.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The {@link Extension}s of this JVM, looked for once. */
final class Extensions {
    static final List<Extension> OF_THIS_JVM = load();

    private Extensions() {}

    /** Those of the thread's class loader, which has the jars that Spark was given, and those of this class'. */
    private static List<Extension> load() {
        Map<Class<?>, Extension> found = new LinkedHashMap<>();
        add(ServiceLoader.load(Extension.class), found);
        add(ServiceLoader.load(Extension.class, Extensions.class.getClassLoader()), found);
        return List.copyOf(found.values());
    }

    private static void add(ServiceLoader<Extension> loader, Map<Class<?>, Extension> found) {
        loader.forEach(extension -> found.putIfAbsent(extension.getClass(), extension));
    }
}
