package io.kindling.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import io.kindling.persistence.VectorFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten thousand mutants of a checkpoint: each is refused in one sentence, or is exactly the checkpoint, or, where somebody
 * has made its checksum right again, at least one that training could have written; none asks for memory that it lacks.
 */
class CheckpointFuzzTest {
    private static final int MUTANTS = 10_000;
    private static final long SEED = 20260801;
    private static final long MOST_BYTES = 200_000_000;
    private static final int DIGEST = 32;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String[] HUGE = {
        "2147483647", "-1", "9223372036854775807", "1e308", "NaN", "null", "[]", "\"\""
    };

    private static byte[] checkpoint() throws IOException {
        float[] weights = new float[200];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.sin(i);
        }
        Position position = new Position(
                3,
                2,
                new LossSum(1.25, 40),
                400,
                new TrainingState(new Weights(weights, new float[] {3}), new float[][] {weights, weights}, 9),
                new float[][] {weights},
                Optional.of(new Position.BestEpoch(1, 0.5, new Weights(weights, new float[] {8}))),
                false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VectorFile.write(
                CheckpointContent.of(position, new RunIdentity(Map.of("seed", "1", "network", "{\"a\": 1}")), false),
                out);
        return out.toByteArray();
    }

    private static Position read(byte[] file) throws IOException {
        return CheckpointContent.read(VectorFile.read(new ByteArrayInputStream(file)));
    }

    @Test
    @Timeout(120)
    void everyMutantIsRefusedOrHarmless() throws IOException {
        byte[] whole = checkpoint();
        Position original = read(whole);
        Map<String, Integer> outcomes = new TreeMap<>();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < MUTANTS; i++) {
            Random random = new Random(SEED + i);
            boolean repaired = random.nextBoolean();
            byte[] mutant = mutated(whole, random);
            if (repaired) {
                repair(mutant);
            }
            String name = "seed " + (SEED + i);
            long before = threads.getCurrentThreadAllocatedBytes();
            String outcome;
            try {
                Position found = read(mutant);
                boolean same = Arrays.equals(
                                found.state().weights().trainable(),
                                original.state().weights().trainable())
                        && found.epoch() == original.epoch();
                assertThat(same || repaired).as(name + " is another checkpoint").isTrue();
                assertThat(allFinite(found.state().weights().trainable()))
                        .as(name)
                        .isTrue();
                outcome = same ? "the same" : "another, its checksum made right";
            } catch (IOException refused) {
                assertThat(refused.getMessage())
                        .as(name)
                        .startsWith("The file is ")
                        .hasSizeLessThan(300);
                outcome = "refused";
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as(name + " allocates")
                    .isLessThan(MOST_BYTES);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        System.out.println("Checkpoints, seeds " + SEED + " to " + (SEED + MUTANTS - 1) + ": " + outcomes);
        assertThat(outcomes.get("refused")).isGreaterThan(MUTANTS / 2);
    }

    private static boolean allFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] mutant = whole.clone();
        switch (random.nextInt(7)) {
            case 0 -> {
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> mutant = Arrays.copyOf(whole, random.nextInt(whole.length));
            case 2 -> mutant = Arrays.copyOf(whole, whole.length + 1 + random.nextInt(2000));
            case 3 ->
                ByteBuffer.wrap(mutant)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0, random.nextLong() >> random.nextInt(64));
            case 4 -> {
                ByteBuffer values = ByteBuffer.wrap(mutant).order(ByteOrder.LITTLE_ENDIAN);
                int header = Long.BYTES + (int) values.getLong(0);
                int place = header + Float.BYTES * random.nextInt((mutant.length - header - DIGEST) / Float.BYTES);
                values.putFloat(place, random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY);
            }
            case 5 -> mutant = withHeader(whole, number(header(whole), random));
            default -> {
                String header = header(whole);
                int place = random.nextInt(header.length());
                String insertion = random.nextBoolean() ? "[".repeat(50_000) : "\"vectors\":{},";
                mutant = withHeader(whole, header.substring(0, place) + insertion + header.substring(place));
            }
        }
        return mutant;
    }

    private static String header(byte[] file) {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return new String(file, Long.BYTES, length, StandardCharsets.UTF_8);
    }

    private static byte[] withHeader(byte[] file, String header) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        int old = Long.BYTES + header(file).length();
        return ByteBuffer.allocate(Long.BYTES + text.length + file.length - old)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(file, old, file.length - old)
                .array();
    }

    /** One number of a JSON text replaced. */
    private static String number(String json, Random random) {
        Matcher numbers = NUMBER.matcher(json);
        int wanted = random.nextInt((int) numbers.results().count());
        numbers.reset();
        for (int i = 0; i <= wanted; i++) {
            numbers.find();
        }
        return json.substring(0, numbers.start()) + HUGE[random.nextInt(HUGE.length)] + json.substring(numbers.end());
    }

    /** Makes the checksum right again, as somebody would who wants to do harm. */
    private static void repair(byte[] file) {
        if (file.length > DIGEST) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(file, 0, file.length - DIGEST);
                System.arraycopy(digest.digest(), 0, file, file.length - DIGEST, DIGEST);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
