package io.kindling.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** What jars on the class path add to a kind of thing, found by {@link ServiceLoader}. */
public final class Services {

    private Services() {}

    /**
     * One of each class, in the order of the class path: those that the thread's class loader sees, which has the jars
     * that Spark was given, then those that the service's own does.
     */
    public static <T> List<T> of(Class<T> service) {
        Map<Class<?>, T> found = new LinkedHashMap<>();
        add(ServiceLoader.load(service), found);
        add(ServiceLoader.load(service, service.getClassLoader()), found);
        return List.copyOf(found.values());
    }

    private static <T> void add(ServiceLoader<T> loader, Map<Class<?>, T> found) {
        loader.forEach(service -> found.putIfAbsent(service.getClass(), service));
    }
}
