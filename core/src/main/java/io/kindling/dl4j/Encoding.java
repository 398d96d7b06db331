package io.kindling.dl4j;

/** What a parameter of DL4J's says of a weight. */
enum Encoding {
    /** The weight itself. */
    PLAIN {
        @Override
        float encode(float weight) {
            return weight;
        }

        @Override
        float decode(float parameter) {
            return parameter;
        }
    },

    /** The decimal logarithm of the root of a variance. */
    LOG_DEVIATION {
        @Override
        float encode(float weight) {
            return (float) (Math.log10(weight) / 2);
        }

        @Override
        float decode(float parameter) {
            return (float) Math.pow(10, 2.0 * parameter);
        }
    };

    abstract float encode(float weight);

    abstract float decode(float parameter);
}
