package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.registry.Strictness;
import io.kindling.tensor.Shape;
import java.util.List;

/** A network as a value: a {@link Sequential} or a {@link Functional}. Two of the same layers are equal. */
public sealed interface Network permits Sequential, Functional {

    /**
     * Every layer with its name, shapes and weights, and what runs.
     *
     * @throws IllegalStateException if the shape of an example is not stated
     * @throws KindlingException if a layer cannot take what those before it give
     */
    NetworkPlan plan();

    /** Whether it states the shape of an example. */
    boolean statesInput();

    /** This network with the shape of an example stated, as it stands if it already is. */
    Network withInput(Shape shape);

    /**
     * The part of this network that leads to a layer, which gives the output.
     *
     * @param layer the layer's name
     * @throws KindlingException if there is none; it lists those there are
     */
    Network upTo(String layer);

    /**
     * This network with some layers frozen: training leaves their weights as they are.
     *
     * @param layers their names, in which {@code *} stands for any characters
     * @throws KindlingException if there is none of a name; it lists those there are
     */
    Network freeze(List<String> layers);

    /** This network with another layer at its end, which has no name of its own. */
    Network then(Layer layer);

    /** This network as JSON in Keras' form, with every field written out. */
    default String toJson() {
        return NetworkJson.write(this);
    }

    /** What Keras' {@code model.summary()} prints. */
    default String summary() {
        return Summary.of(this);
    }

    /** A picture of this network as an SVG image: a box for each layer, lines for what feeds it. */
    default String toSvg() {
        return SvgPicture.of(plan());
    }

    /** The same as a flow chart in Mermaid's syntax, which Markdown pages show. */
    default String toMermaid() {
        return MermaidText.of(plan());
    }

    /**
     * The network a JSON text describes, as Keras' {@code model.to_json()} writes it or as a person does; fields left out
     * have Keras' defaults.
     *
     * @throws KindlingException if the text describes none; the message says where and why
     */
    static Network fromJson(String json) {
        return NetworkJson.read(json, Strictness.DEFAULTS);
    }

    /**
     * The network {@link #toJson} wrote; a field left out is an error.
     *
     * @throws KindlingException if the text is not complete; the message says where and why
     */
    static Network fromCompleteJson(String json) {
        return NetworkJson.read(json, Strictness.COMPLETE);
    }
}
