package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.util.Set;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * What is done with missing and unseen values, by MLlib's names: {@code keep}, {@code error} or {@code skip}.
 *
 * @param <S> the stage
 */
public interface HasHandleInvalid<S> extends FluentParams<S> {

    /**
     * {@code keep} gives missing and unseen values their slots, {@code error} refuses them, naming column and value,
     * {@code skip} drops the rows that have one.
     */
    default Param<String> handleInvalid() {
        return new Choice(this);
    }

    default String getHandleInvalid() {
        return getOrDefault(handleInvalid());
    }

    default S setHandleInvalid(String value) {
        set(handleInvalid(), value);
        return self();
    }

    /** One of the three. */
    final class Choice extends Param<String> {
        private static final long serialVersionUID = 1;

        /** Gives them their slots. */
        public static final String KEEP = "keep";
        /** Refuses them. */
        public static final String ERROR = "error";
        /** Drops their rows. */
        public static final String SKIP = "skip";

        Choice(Params parent) {
            super(
                    parent,
                    "handleInvalid",
                    "what is done with missing and unseen values: keep gives them their slots, error refuses them, skip"
                            + " drops their rows");
        }

        @Override
        public void validate(String value) {
            if (!Set.of(KEEP, ERROR, SKIP).contains(value)) {
                throw new KindlingException(
                        "handleInvalid must be keep, error or skip. Received: " + Excerpt.of(value) + ".");
            }
        }
    }
}
