package io.kindling.dl4j.graph;

/** What a parameter of DL4J's says of a weight. */
public enum Encoding {
    /** The weight itself. */
    PLAIN {
        @Override
        public float encode(float weight) {
            return weight;
        }

        @Override
        public float decode(float parameter) {
            return parameter;
        }
    },

    /** The decimal logarithm of the root of a variance. */
    LOG_DEVIATION {
        @Override
        public float encode(float weight) {
            return (float) (Math.log10(weight) / 2);
        }

        @Override
        public float decode(float parameter) {
            return (float) Math.pow(10, 2.0 * parameter);
        }
    };

    /** The parameter that says a weight. */
    public abstract float encode(float weight);

    /** The weight that a parameter says. */
    public abstract float decode(float parameter);
}
