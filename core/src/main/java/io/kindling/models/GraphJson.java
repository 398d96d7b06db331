package io.kindling.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.layers.NamedLayer;
import io.kindling.models.GraphLayer.Source;
import io.kindling.registry.Strictness;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The config of a functional network: layers with {@code inbound_nodes}, {@code input_layers} and {@code output_layers}.
 *
 * <p>Where Keras computes a mask by nodes of their own, as {@code NotEqual} of an embedding's input, these are passed over:
 * masks travel with the values here.
 */
final class GraphJson {
    private static final String LAYERS = "layers";
    private static final String NAME = "name";
    private static final String CONFIG = "config";
    private static final String CALLS = "inbound_nodes";
    private static final String ARGUMENTS = "args";
    private static final String OPTIONS = "kwargs";
    private static final String HISTORY = "keras_history";
    private static final String TENSOR = "__keras_tensor__";
    private static final String INPUTS = "input_layers";
    private static final String OUTPUTS = "output_layers";
    /** Keras' operations on masks. */
    private static final Set<String> MASKS = Set.of("NotEqual", "LogicalOr", "LogicalAnd", "Any");
    /** Options of a call that say nothing about the network. */
    private static final Set<String> PASSED_OVER = Set.of("training", "mask");

    private GraphJson() {}

    static boolean isGraph(JsonNode config) {
        return config.has(INPUTS);
    }

    static void write(Functional network, ObjectNode config) {
        ArrayNode layers = config.putArray(LAYERS);
        Map<Source, List<Integer>> shapes = new LinkedHashMap<>();
        NetworkPlan plan = network.plan();
        List<Source> sources = GraphPlan.sources(plan);
        for (int i = 0; i < sources.size(); i++) {
            shapes.put(sources.get(i), plan.layers().get(i).output().dimensions());
        }
        for (GraphLayer layer : network.layers()) {
            ObjectNode object =
                    (ObjectNode) LayerJson.write(new NamedLayer(layer.layer(), layer.name(), layer.trainable()));
            layers.add(object);
            object.put(NAME, layer.name());
            ArrayNode nodes = object.putArray(CALLS);
            ObjectNode options = nodes.objectNode();
            for (String option : layer.layer().callOptions()) {
                options.set(option, ((ObjectNode) object.get(CONFIG)).remove(option));
            }
            for (List<Source> call : layer.calls()) {
                ObjectNode node = nodes.addObject();
                ArrayNode arguments = node.putArray(ARGUMENTS);
                ArrayNode list = layer.layer().takesList() ? arguments.addArray() : arguments;
                call.forEach(source -> writeTensor(list.addObject(), source, shapes.get(source)));
                node.set(OPTIONS, options.deepCopy());
            }
        }
        ArrayNode inputs = config.putArray(INPUTS);
        network.inputs().forEach(input -> writeSource(inputs.addArray(), new Source(input, 0)));
        writeSource(config.putArray(OUTPUTS), network.output());
    }

    private static void writeTensor(ObjectNode tensor, Source source, List<Integer> shape) {
        tensor.put("class_name", TENSOR);
        ObjectNode config = tensor.putObject(CONFIG);
        ArrayNode lengths = config.putArray("shape").addNull();
        shape.forEach(lengths::add);
        config.put("dtype", "float32");
        writeSource(config.putArray(HISTORY), source);
    }

    private static void writeSource(ArrayNode array, Source source) {
        array.add(source.layer()).add(source.call()).add(0);
    }

    static Functional read(JsonNode config, Strictness strictness) {
        List<GraphLayer> layers = new ArrayList<>();
        for (JsonNode node : config.get(LAYERS)) {
            String name = node.path(NAME).asText(node.path(CONFIG).path(NAME).asText());
            if (MASKS.contains(node.path("class_name").asText())) {
                continue;
            }
            try {
                layers.add(layer(name, node, strictness));
            } catch (IllegalArgumentException | NullPointerException wrong) {
                throw new KindlingException(
                        "Layer '" + Excerpt.of(name) + "' of the network: " + wrong.getMessage(), wrong);
            }
        }
        List<String> inputs =
                sources(config.get(INPUTS)).stream().map(Source::layer).toList();
        List<Source> outputs = sources(config.path(OUTPUTS));
        if (outputs.size() != 1) {
            throw new KindlingException("A network needs one output. Received: " + outputs + ".");
        }
        return new Functional(layers, inputs, outputs.get(0));
    }

    private static GraphLayer layer(String name, JsonNode node, Strictness strictness) {
        ObjectNode object = node.deepCopy();
        object.remove(NAME);
        JsonNode calls = object.remove(CALLS);
        List<List<Source>> sources = new ArrayList<>();
        for (JsonNode call : calls == null ? object.arrayNode() : calls) {
            List<Source> inputs = new ArrayList<>();
            addTensors(call.path(ARGUMENTS), inputs);
            readOptions(call.path(OPTIONS), object, inputs);
            sources.add(inputs);
        }
        NamedLayer layer = NamedLayer.of(LayerJson.read(object, strictness));
        return new GraphLayer(name, layer.layer(), layer.trainable(), sources);
    }

    /** Inputs given by name come after the others; what else a call says, belongs to the layer's config. */
    private static void readOptions(JsonNode options, ObjectNode layer, List<Source> inputs) {
        options.fields().forEachRemaining(option -> {
            if (PASSED_OVER.contains(option.getKey()) || option.getValue().isNull()) {
                return;
            }
            if (option.getValue().path("class_name").asText().equals(TENSOR)) {
                addTensors(option.getValue(), inputs);
            } else {
                layer.withObject("/" + CONFIG).set(option.getKey(), option.getValue());
            }
        });
    }

    private static void addTensors(JsonNode argument, List<Source> sources) {
        if (argument.path("class_name").asText().equals(TENSOR)) {
            sources.add(source(argument.path(CONFIG).path(HISTORY)));
        } else {
            for (JsonNode inner : argument) {
                addTensors(inner, sources);
            }
        }
    }

    /** One source, or several, as Keras writes one without a list around it. */
    private static List<Source> sources(JsonNode node) {
        List<Source> sources = new ArrayList<>();
        if (node.path(0).isTextual()) {
            sources.add(source(node));
        } else {
            node.forEach(inner -> sources.add(source(inner)));
        }
        return sources;
    }

    private static Source source(JsonNode history) {
        if (!history.path(0).isTextual()
                || !history.path(1).isInt()
                || history.path(2).asInt() != 0) {
            throw new KindlingException("A source must be [layer, call, 0]. Received: " + Excerpt.of(history) + ".");
        }
        return new Source(history.get(0).textValue(), history.get(1).intValue());
    }
}
