package io.kindling.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A training state comes back bit by bit; a file cut off anywhere, or with any bit changed, is noticed. */
class StateFileTest {
    private static final TrainingState STATE = new TrainingState(
            new Weights(new float[] {1f, -2f, Float.MIN_VALUE, 3e38f}, new float[] {0.5f}),
            new float[][] {{1f, 2f, 3f, 4f}, {-0f, 0f, 7f, 8f}},
            123_456_789_012L);
    private static final Map<String, String> PROPERTIES = Map.of("epoch", "3", "text", "\"quoted\" ü");

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateFile.write(STATE, PROPERTIES, out);
        return out.toByteArray();
    }

    private static StateFile.Content read(byte[] bytes) throws IOException {
        return StateFile.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void comesBack() throws IOException {
        StateFile.Content content = read(written());
        assertThat(content.properties()).isEqualTo(PROPERTIES);
        assertThat(content.state().step()).isEqualTo(STATE.step());
        assertThat(content.state().weights().trainable())
                .isEqualTo(STATE.weights().trainable());
        assertThat(content.state().weights().nonTrainable())
                .isEqualTo(STATE.weights().nonTrainable());
        assertThat(content.state().slots()).isDeepEqualTo(STATE.slots());
    }

    @Test
    void isNoticedWhenCutOffAtAnyByte() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIOException().as("cut to %s bytes", length).isThrownBy(() -> read(cut));
        }
        assertThatIOException().isThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)));
    }

    @Test
    void isNoticedWhenAnyBitIsChanged() throws IOException {
        byte[] whole = written();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIOException().as("bit %s", bit).isThrownBy(() -> read(damaged));
        }
    }
}
