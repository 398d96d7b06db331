package io.kindling.guide;

/** Where in a network a layer stands that is not the last. */
public enum HiddenPlace {
    /** In a network of a few layers. */
    ORDINARY,
    /** In a network of many layers. */
    DEEP,
    /** Inside an LSTM, a GRU or a SimpleRNN. */
    RECURRENT,
    /** In a stack of dense layers that keeps mean 0 and variance 1 by itself, without batch normalization. */
    SELF_NORMALIZING,
    /** In the dense layers of a transformer. */
    TRANSFORMER
}
