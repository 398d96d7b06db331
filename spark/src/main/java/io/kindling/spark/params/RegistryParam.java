package io.kindling.spark.params;

import io.kindling.registry.Registry;
import org.apache.spark.ml.param.Params;

/**
 * A value that has a name, such as an optimizer.
 *
 * @param <T> the kind of value
 */
final class RegistryParam<T> extends TextParam<T> {
    private static final long serialVersionUID = 1;

    RegistryParam(Params parent, String name, String doc, Registry<T> registry) {
        super(parent, name, doc, registry::format, registry::parse);
    }
}
