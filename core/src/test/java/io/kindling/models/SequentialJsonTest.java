package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.layers.Input;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network survives being written as JSON, a person may leave fields out, and damaged JSON is refused by name. */
class SequentialJsonTest {
    private static final Sequential NETWORK = Sequential.of(
            Input.of(4, 3),
            new Flatten(),
            Dense.of(5).activation("relu(max_value=6)").kernelRegularizer("l1_l2(0.1, 0.2)"),
            Dropout.of(0.25),
            Dense.of(2),
            ActivationLayer.of("softmax"));

    @Property(seed = "20260101")
    void readsBackWhatItWrites(@ForAll("networks") Sequential network) {
        assertThat(Sequential.fromCompleteJson(network.toJson())).isEqualTo(network);
        assertThat(Sequential.fromJson(network.toJson())).isEqualTo(network);
    }

    @Provide
    Arbitrary<Sequential> networks() {
        return Networks.any();
    }

    @Test
    void shortFormHasKerasDefaults() {
        Sequential network = Sequential.fromJson("""
                {"layers": [
                  {"class_name": "Dense", "config": {"units": 3, "activation": "relu"}},
                  {"class_name": "dropout", "config": {"rate": 0.5}},
                  {"class_name": "Dense", "config": {"units": 2, "kernel_initializer": "he_normal"}}]}""");
        assertThat(network)
                .isEqualTo(Sequential.of(
                        Dense.of(3).activation("relu"),
                        Dropout.of(0.5),
                        Dense.of(2).kernelInitializer("he_normal")));
        assertThat(Sequential.fromJson("[{\"class_name\": \"Dense\", \"config\": {\"units\": 3}}, \"Flatten\"]"))
                .isEqualTo(Sequential.of(Dense.of(3), new Flatten()));
    }

    @Test
    void everyFieldIsNeededInTheCompleteForm() throws Exception {
        JsonNode whole = new ObjectMapper().readTree(NETWORK.toJson());
        int removed = 0;
        for (int layer = 0; layer < NETWORK.layers().size(); layer++) {
            for (String field : fields(whole, layer)) {
                JsonNode damaged = whole.deepCopy();
                ((ObjectNode) damaged.at("/config/layers/" + layer + "/config")).remove(field);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Sequential.fromCompleteJson(damaged.toString()))
                        .withMessageStartingWith("Layer " + layer + " of the network: ")
                        .withMessageContaining("lacks its field '" + field + "'");
                removed++;
            }
        }
        assertThat(removed).isEqualTo(1 + 10 + 1 + 10 + 1);
    }

    @Test
    void fieldsOfFieldsAreNeededToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Sequential.fromCompleteJson(NETWORK.toJson().replaceFirst("\"max_value\" : 6.0,", "")))
                .withMessageContaining("Layer 2 of the network")
                .withMessageContaining("lacks its field 'max_value'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"units": 3, "unitz": 4}                | The layer 'Dense' has no field 'unitz'. Its fields: [units, activation, use_bias, kernel_initializer, kernel_regularizer, kernel_constraint, bias_initializer, bias_regularizer, bias_constraint, activity_regularizer].
            {}                                      | The layer 'Dense' lacks its field 'units'.
            {"units": "three"}                      | layer 'Dense', units must be an integer. Received: "three".
            {"units": 3.5}                          | layer 'Dense', units must be an integer. Received: 3.5.
            {"units": null}                         | layer 'Dense', units must be a value. Received: null.
            {"units": 99999999999}                  | layer 'Dense', units must be an integer. Received: 99999999999.
            {"units": -3}                           | Dense needs a positive number of units. Received: units=-3.
            {"units": 3, "use_bias": "yes"}         | layer 'Dense', use_bias must be true or false. Received: "yes".
            {"units": 3, "activation": "rellu"}     | Unknown activation 'rellu'. Known:
            {"units": 3, "activation": 7}           | layer 'Dense', activation must be a name or an object with class_name and config. Received: 7.
            {"units": 3, "activation": null}        | Dense needs an activation, "linear" for none. Received: null.
            {"units": 3, "activation": {"class_name": "elu", "config": {"alpha": "x"}}} | activation 'elu', alpha must be a number. Received: "x".
            """)
    void wrongFieldIsNamedWithTheLayer(String config, String message) {
        String json = "{\"layers\": [{\"class_name\": \"Flatten\"}, {\"class_name\": \"Dense\", \"config\": " + config
                + "}]}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromJson(json))
                .withMessageStartingWith("Layer 1 of the network: " + message);
    }

    @Test
    void unknownLayerListsTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromJson("{\"layers\": [{\"class_name\": \"java.lang.Runtime\"}]}"))
                .withMessageStartingWith("Layer 0 of the network: Unknown layer 'java.lang.Runtime'. Known: ")
                .withMessageContaining("Dense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"layers\": [", "{\"layers\": []} trailing", "{\"layers\": [\"Flatten\"]}{}"})
    void refusesWhatIsNotJson(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromJson(text))
                .withMessageStartingWith("The network is not valid JSON: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "null", "{}", "{\"layers\": 3}", "{\"config\": 3}", "{\"config\": {}}"})
    void asksForLayersWhereThereAreNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromJson(text))
                .withMessageStartingWith("The network needs a list of layers: ");
    }

    /** Two values for one field are damage, not a choice. */
    @Test
    void refusesAFieldGivenTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromJson(
                        "{\"layers\": [{\"class_name\": \"Dense\", \"config\": {\"units\": 3, \"units\": 4}}]}"));
    }

    @Test
    @Timeout(2)
    void refusesMoreLayersThanAnyNetworkHas() {
        String layers = "\"Flatten\",".repeat(100_000) + "\"Flatten\"";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromCompleteJson("{\"layers\": [" + layers + "]}"))
                .withMessage("A network may have 10000 layers at most. Received: 100001.");
    }

    @Test
    void refusesALayerThatIsNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromCompleteJson("{\"layers\": [\"Flatten\", null]}"))
                .withMessage("Layer 1 of the network: It must be a layer. Received: null.");
    }

    @Test
    void refusesLayersNestedTooDeep() {
        String open = "{\"class_name\": \"TimeDistributed\", \"config\": {\"layer\": ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromCompleteJson("{\"layers\": [" + open.repeat(50_000)))
                .withMessageStartingWith("The network is not valid JSON: ");
    }

    @Test
    void quotesLittleOfALongValue() {
        String units = "\"" + "9".repeat(5_000_000) + "\"";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.fromJson(
                        "{\"layers\": [{\"class_name\": \"Dense\", \"config\": {\"units\": " + units + "}}]}"))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
    }

    private static List<String> fields(JsonNode whole, int layer) {
        List<String> fields = new ArrayList<>();
        whole.at("/config/layers/" + layer + "/config").fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
