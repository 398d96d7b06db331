package io.kindling.examples.gallery;

/** On which side, far from zero, an activation becomes flat. */
enum Saturation {
    NONE("does not saturate"),
    LEFT("saturates on the left"),
    RIGHT("saturates on the right"),
    BOTH("saturates on both sides");

    private final String words;

    Saturation(String words) {
        this.words = words;
    }

    boolean isLeft() {
        return this == LEFT || this == BOTH;
    }

    boolean isRight() {
        return this == RIGHT || this == BOTH;
    }

    String words() {
        return words;
    }
}
