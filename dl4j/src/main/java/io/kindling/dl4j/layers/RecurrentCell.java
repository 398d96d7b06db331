package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Parameter;
import io.kindling.layers.Layer;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;

/**
 * Translates what one kind of recurrent layer does at each step.
 *
 * @param <L> the kind
 */
interface RecurrentCell<L extends Layer> {

    /** The DL4J layer, which gives every step's output. */
    BaseRecurrentLayer layer(L layer, int inputs);

    /** Its weights. */
    List<Parameter> parameters(L layer, int inputs);

    boolean returnSequences(L layer);
}
