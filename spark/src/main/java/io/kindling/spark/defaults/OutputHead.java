package io.kindling.spark.defaults;

import io.kindling.guide.ActivationGuide;
import io.kindling.guide.Advice;
import io.kindling.guide.OutputTask;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import java.util.ArrayList;
import java.util.List;

/**
 * How a network ends for its task.
 *
 * @param task what it predicts
 * @param outputs how many numbers the last layer with weights gives
 * @param ending layers after it, such as one that brings outputs in order
 */
public record OutputHead(OutputTask task, int outputs, List<Layer> ending) {

    public OutputHead {
        ending = List.copyOf(ending);
    }

    /** Activation and initializer of the output. */
    Advice advice() {
        return ActivationGuide.forOutput(task);
    }

    /** The last layers above hidden ones. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        layers.add(Dense.of(outputs).activation(advice().activation()).kernelInitializer(advice().initializer()));
        layers.addAll(ending);
        return layers;
    }
}
