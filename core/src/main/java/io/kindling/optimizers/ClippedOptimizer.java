package io.kindling.optimizers;

import io.kindling.errors.KindlingException;
import io.kindling.optimizers.schedules.Ranges;
import io.kindling.optimizers.schedules.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@link Chain} of one way to clip and an optimizer, with Keras' arguments: {@code clipnorm}, {@code global_clipnorm} and
 * {@code clipvalue}, of which one may be set; null is Keras' None.
 *
 * @param optimizer what takes the step
 * @param clipnorm as {@link ClipByNorm}, or null
 * @param globalClipnorm as {@link ClipByGlobalNorm}, or null
 * @param clipvalue as {@link ClipByValue}, or null
 */
public record ClippedOptimizer(Optimizer optimizer, Double clipnorm, Double globalClipnorm, Double clipvalue)
        implements Optimizer {

    public ClippedOptimizer {
        Objects.requireNonNull(optimizer, "clipped needs an optimizer. Received: null.");
        if (Stream.of(clipnorm, globalClipnorm, clipvalue)
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw new KindlingException("clipped takes one of clipnorm, global_clipnorm and clipvalue. Received: "
                    + clipnorm + ", " + globalClipnorm + ", " + clipvalue + ".");
        }
        requirePositive("clipnorm", clipnorm);
        requirePositive("global_clipnorm", globalClipnorm);
        requirePositive("clipvalue", clipvalue);
    }

    private static void requirePositive(String field, Double value) {
        if (value != null) {
            Ranges.positive("clipped", field, value);
        }
    }

    @Override
    public Schedule learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public ClippedOptimizer withLearningRate(Schedule learningRate) {
        return new ClippedOptimizer(optimizer.withLearningRate(learningRate), clipnorm, globalClipnorm, clipvalue);
    }

    @Override
    public List<GradientTransformation> links() {
        List<GradientTransformation> links = new ArrayList<>();
        Optional.ofNullable(clipnorm).map(ClipByNorm::new).ifPresent(links::add);
        Optional.ofNullable(globalClipnorm).map(ClipByGlobalNorm::new).ifPresent(links::add);
        Optional.ofNullable(clipvalue).map(ClipByValue::new).ifPresent(links::add);
        links.addAll(optimizer.links());
        return links;
    }
}
