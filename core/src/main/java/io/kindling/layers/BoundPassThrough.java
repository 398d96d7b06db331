package io.kindling.layers;

/** The running form of a layer that changes only how values are looked at. */
public final class BoundPassThrough implements BoundUnaryLayer {

    @Override
    public Tensor forward(Tensor x, ForwardPass pass) {
        return x;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        return dy;
    }
}
