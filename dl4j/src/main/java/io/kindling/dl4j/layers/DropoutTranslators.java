package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.regularization.GaussianDropout;
import io.kindling.layers.regularization.GaussianNoise;
import io.kindling.layers.regularization.SpatialDropout1D;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/** The layers that disturb their input in training; DL4J counts what is kept, and draws other random numbers. */
final class DropoutTranslators {

    private DropoutTranslators() {}

    static void dropout(Dropout layer, Shape input, Translation translation) {
        if (layer.isActive()) {
            add(new org.deeplearning4j.nn.conf.dropout.Dropout(1 - layer.rate()), translation);
        }
    }

    static void alphaDropout(AlphaDropout layer, Shape input, Translation translation) {
        if (layer.isActive()) {
            add(new org.deeplearning4j.nn.conf.dropout.AlphaDropout(1 - layer.rate()), translation);
        }
    }

    static void gaussianDropout(GaussianDropout layer, Shape input, Translation translation) {
        if (layer.isActive()) {
            add(new org.deeplearning4j.nn.conf.dropout.GaussianDropout(layer.rate()), translation);
        }
    }

    static void gaussianNoise(GaussianNoise layer, Shape input, Translation translation) {
        if (layer.isActive()) {
            add(new org.deeplearning4j.nn.conf.dropout.GaussianNoise(layer.stddev()), translation);
        }
    }

    static void spatialDropout(SpatialDropout1D layer, Shape input, Translation translation) {
        if (layer.isActive()) {
            translation.addInPlace(
                    new DropoutLayer(new SpatialDropout(1 - layer.rate())), Arrangement.channelsFirst(input));
        }
    }

    private static void add(IDropout dropout, Translation translation) {
        translation.addInPlace(new DropoutLayer(dropout));
    }
}
