package io.kindling.examples.gallery;

/** On which side, far from zero, an activation becomes flat. */
enum Saturation {
    NONE,
    LEFT,
    RIGHT,
    BOTH;

    boolean isLeft() {
        return this == LEFT || this == BOTH;
    }

    boolean isRight() {
        return this == RIGHT || this == BOTH;
    }
}
