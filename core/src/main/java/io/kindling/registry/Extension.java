package io.kindling.registry;

import io.kindling.errors.KindlingException;
import java.util.List;

/**
 * What a jar adds to the names there are: layers, activations, losses, optimizers, … of its own, which can then be
 * written, read and saved as those of this project can.
 *
 * <p>{@link java.util.ServiceLoader} finds extensions on the driver and on executors alike: the name of the class stands in the
 * jar's {@code META-INF/services/io.kindling.registry.Extension}, and the class is public with a constructor without arguments.
 */
public interface Extension {

    /**
     * What it adds, in the order in which it is listed. Asked while registries are made, so a prototype has values,
     * {@code new Relu()}, and not names of them, {@code "relu"}.
     */
    List<Addition> additions();

    /**
     * One name.
     *
     * @param kind the interface that all of its kind share, such as {@code Layer.class} or {@code Activation.class}
     * @param name what it is called
     * @param prototype an instance whose values are the defaults
     * @param required the fields without a default, in JSON spelling
     */
    record Addition(Class<?> kind, String name, Record prototype, List<String> required) {

        public Addition {
            if (!kind.isInstance(prototype)) {
                throw new KindlingException("An extension adds '" + name + "' as " + kind.getName()
                        + ", so its class must be one. Received: "
                        + prototype.getClass().getName() + ".");
            }
            required = List.copyOf(required);
        }

        /** One whose fields all have defaults. */
        public Addition(Class<?> kind, String name, Record prototype) {
            this(kind, name, prototype, List.of());
        }
    }
}
