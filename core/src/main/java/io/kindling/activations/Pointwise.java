package io.kindling.activations;

/** An activation of each number by itself, whatever its row and column. */
public interface Pointwise extends Activation {

    /** Writes {@code y[i] = f(x[i])} for i below n. */
    void forward(float[] x, float[] y, int n);

    /** Writes {@code dx[i] = dy[i] · f'(x[i])} for i below n. */
    void backward(float[] x, float[] y, float[] dy, float[] dx, int n);

    @Override
    default void forward(float[] x, float[] y, int rows, int columns) {
        forward(x, y, rows * columns);
    }

    @Override
    default void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        backward(x, y, dy, dx, rows * columns);
    }
}
