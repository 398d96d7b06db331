package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.pooling.AveragePooling1D;
import io.kindling.layers.pooling.AveragePooling2D;
import io.kindling.layers.pooling.MaxPooling1D;
import io.kindling.layers.pooling.MaxPooling2D;
import io.kindling.tensor.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;

/** The layers that pool windows. */
final class PoolingTranslators {

    private PoolingTranslators() {}

    static void max1D(MaxPooling1D layer, Shape input, Translation translation) {
        add1D(PoolingType.MAX, layer, layer.poolSize(), layer.strides(), layer.padding(), input, translation);
    }

    static void average1D(AveragePooling1D layer, Shape input, Translation translation) {
        add1D(PoolingType.AVG, layer, layer.poolSize(), layer.strides(), layer.padding(), input, translation);
    }

    static void max2D(MaxPooling2D layer, Shape input, Translation translation) {
        add2D(PoolingType.MAX, layer, layer.poolSize(), layer.strides(), layer.padding(), input, translation);
    }

    static void average2D(AveragePooling2D layer, Shape input, Translation translation) {
        add2D(PoolingType.AVG, layer, layer.poolSize(), layer.strides(), layer.padding(), input, translation);
    }

    private static void add1D(
            PoolingType type,
            UnaryLayer layer,
            List<Integer> size,
            List<Integer> strides,
            Padding padding,
            Shape input,
            Translation translation) {
        int stride = (strides == null ? size : strides).get(0);
        translation.add(
                new Subsampling1DLayer.Builder(type, size.get(0), stride, 0)
                        .convolutionMode(Convolutions.mode(padding))
                        .build(),
                Arrangement.channelsFirst(input),
                Arrangement.channelsFirst(layer.outputShape(input)));
    }

    private static void add2D(
            PoolingType type,
            UnaryLayer layer,
            List<Integer> size,
            List<Integer> strides,
            Padding padding,
            Shape input,
            Translation translation) {
        translation.add(
                new SubsamplingLayer.Builder(
                                type,
                                Convolutions.array(size),
                                Convolutions.array(strides == null ? size : strides),
                                new int[] {0, 0})
                        .convolutionMode(Convolutions.mode(padding))
                        .build(),
                Arrangement.channelsFirst(input),
                Arrangement.channelsFirst(layer.outputShape(input)));
    }
}
