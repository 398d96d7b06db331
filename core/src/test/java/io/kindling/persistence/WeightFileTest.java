package io.kindling.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.engine.TrainedNetwork;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Weights come back as they were saved, and no damage to a file goes unnoticed. */
class WeightFileTest {
    private static final Sequential NETWORK = network(3);

    @Test
    void readsBackWhatItWrites() throws IOException {
        Weights weights = NETWORK.plan().initialWeights(5);
        assertThat(read(NETWORK, file(NETWORK, weights)).trainable()).isEqualTo(weights.trainable());
    }

    @Test
    void readsBackLargeOnesAndOddNumbers() throws IOException {
        Sequential network = Sequential.of(Input.of(300), Dense.of(200), Dense.of(7));
        float[] values = network.plan().initialWeights(5).trainable();
        values[0] = Float.MAX_VALUE;
        values[1] = -Float.MAX_VALUE;
        values[2] = -0f;
        values[3] = Float.MIN_VALUE;
        assertThat(read(network, file(network, new Weights(values, new float[0])))
                        .trainable())
                .isEqualTo(values);
    }

    @Test
    void refusesAWeightThatIsNoFiniteNumber() throws IOException {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Weights weights = NETWORK.plan().initialWeights(5);
            weights.trainable()[13] = bad;
            byte[] file = file(NETWORK, weights);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> read(NETWORK, file))
                    .withMessage("The weights file cannot be used: number 1 of 'dense/bias' is " + bad + ".");
        }
    }

    /** A network of a few bytes can ask for all memory; a file that is that long may have it. */
    @Test
    void allocatesNothingThatTheFileCouldNotFill() throws IOException {
        Sequential vast = Sequential.of(Input.of(4), Dense.of(400_000_000));
        byte[] file = file(NETWORK, NETWORK.plan().initialWeights(5));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(vast, file))
                .withMessageStartingWith("The weights file does not fit the network: 'dense/kernel' should be ");
        byte[] fitting = withHeader(
                file,
                "{\"__metadata__\":{},\"dense/kernel\":{\"dtype\":\"F32\",\"shape\":[4,400000000],"
                        + "\"data_offsets\":[0,6400000000]},\"dense/bias\":{\"dtype\":\"F32\",\"shape\":[400000000],"
                        + "\"data_offsets\":[6400000000,8000000000]}}");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(vast, fitting))
                .withMessage("The weights file is cut short.");
    }

    @Test
    void refusesAWeightNamedTwiceOrNotAtAll() throws IOException {
        byte[] file = file(NETWORK, NETWORK.plan().initialWeights(5));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(NETWORK, withHeader(file, "{\"dense/bias\":1,\"dense/bias\":1}")))
                .withMessageContaining("Duplicate field 'dense/bias'");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(NETWORK, withHeader(file, "{\"__metadata__\":{}}")))
                .withMessageEndingWith(
                        "'dense/kernel' should be {\"dtype\":\"F32\",\"shape\":[4,3],\"data_offsets\":[0,48]} and is missing.");
    }

    @Test
    void refusesAHeaderLongerThanTheFile() throws IOException {
        byte[] file = file(NETWORK, NETWORK.plan().initialWeights(5));
        for (long length : new long[] {-1, 0, 1, file.length, 1L << 40, Long.MAX_VALUE}) {
            byte[] claimed = file.clone();
            ByteBuffer.wrap(claimed).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> read(NETWORK, claimed))
                    .withMessage("The weights file is damaged: its header cannot be " + length + " bytes long.");
        }
    }

    private static byte[] withHeader(byte[] file, String header) {
        ByteBuffer old = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        old.position(Long.BYTES + (int) old.getLong(0));
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + old.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(old)
                .array();
    }

    /** The layout other programs rely on: a length, a header of that length, little-endian floats. */
    @Test
    void isInTheSafetensorsFormat() throws IOException {
        Weights weights = NETWORK.plan().initialWeights(5);
        ByteBuffer file = ByteBuffer.wrap(file(NETWORK, weights)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) file.getLong()];
        file.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8))
                .contains("\"dense/kernel\":{\"dtype\":\"F32\",\"shape\":[4,3],\"data_offsets\":[0,48]}")
                .contains("\"dense/bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[48,60]}")
                .contains("\"dense_1/kernel\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[60,84]}");
        float[] values = new float[weights.trainable().length];
        file.asFloatBuffer().get(values);
        assertThat(values).isEqualTo(weights.trainable());
        assertThat(file.remaining()).isEqualTo(4 * values.length);
    }

    @Test
    void noticesEveryMissingByte() throws IOException {
        byte[] file = file(NETWORK, NETWORK.plan().initialWeights(5));
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(NETWORK, cut));
        }
    }

    @Test
    void noticesWhatFollows() throws IOException {
        byte[] file = file(NETWORK, NETWORK.plan().initialWeights(5));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(NETWORK, Arrays.copyOf(file, file.length + 1)))
                .withMessage("The weights file is damaged: it is longer than its header says.");
    }

    /** A changed byte is refused, unless it says nothing about the weights. */
    @Test
    void noticesEveryChangedByte() throws IOException {
        Weights weights = NETWORK.plan().initialWeights(5);
        byte[] file = file(NETWORK, weights);
        int refused = 0;
        for (int i = 0; i < file.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = file.clone();
                damaged[i] ^= (byte) (1 << bit);
                try {
                    assertThat(read(NETWORK, damaged).trainable()).isEqualTo(weights.trainable());
                } catch (IOException noticed) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(8 * file.length * 8 / 10);
    }

    @Test
    void namesTheWeightThatBelongsToAnotherNetwork() throws IOException {
        byte[] file = file(NETWORK, NETWORK.plan().initialWeights(5));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(network(5), file))
                .withMessageStartingWith("The weights file does not fit the network: 'dense/kernel' should be ");
        Sequential shorter = Sequential.of(Input.of(4), Dense.of(3));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(shorter, file))
                .withMessage("The weights file does not fit the network: it holds 4 weights, the network has 2.");
    }

    private static Sequential network(int units) {
        return Sequential.of(Input.of(4), Dense.of(units), Dense.of(2));
    }

    private static byte[] file(Sequential network, Weights weights) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WeightFile.write(new TrainedNetwork(network, weights), out);
        return out.toByteArray();
    }

    private static Weights read(Sequential network, byte[] file) throws IOException {
        return WeightFile.read(network, new ByteArrayInputStream(file)).weights();
    }
}
