package io.kindling.contract;

import io.kindling.random.RandomKey;

/** What a loss is given as truth. */
public enum Targets {
    ONE_HOT,
    CLASS,
    YES_NO,
    SIGNS,
    DISTRIBUTION,
    POSITIVE,
    NUMBERS;

    /** Row-major targets of rows with so many columns. */
    public float[] draw(int rows, int columns, RandomKey key) {
        if (this == CLASS) {
            float[] classes = new float[rows];
            for (int row = 0; row < rows; row++) {
                classes[row] = row % columns;
            }
            return classes;
        }
        float[] targets = new float[rows * columns];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = value(i / columns, i % columns, columns, (float) key.gaussianAt(i));
        }
        return targets;
    }

    private float value(int row, int column, int columns, float number) {
        boolean hit = column == row % columns;
        return switch (this) {
            case ONE_HOT, CLASS -> hit ? 1 : 0;
            case YES_NO -> number > 0 ? 1 : 0;
            case SIGNS -> number > 0 ? 1 : -1;
            case DISTRIBUTION -> hit ? 1 - 0.1f * (columns - 1) : 0.1f;
            case POSITIVE -> 0.5f + Math.abs(number);
            case NUMBERS -> number;
        };
    }
}
