package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Translation;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.activations.ELU;
import io.kindling.layers.activations.LeakyReLU;
import io.kindling.layers.activations.PReLU;
import io.kindling.layers.activations.ReLU;
import io.kindling.layers.activations.Softmax;
import io.kindling.layers.convolutional.Conv1D;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.merging.Add;
import io.kindling.layers.merging.Average;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.merging.Maximum;
import io.kindling.layers.merging.Multiply;
import io.kindling.layers.merging.Subtract;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.pooling.AveragePooling1D;
import io.kindling.layers.pooling.AveragePooling2D;
import io.kindling.layers.pooling.GlobalAveragePooling1D;
import io.kindling.layers.pooling.GlobalAveragePooling2D;
import io.kindling.layers.pooling.GlobalMaxPooling1D;
import io.kindling.layers.pooling.GlobalMaxPooling2D;
import io.kindling.layers.pooling.MaxPooling1D;
import io.kindling.layers.pooling.MaxPooling2D;
import io.kindling.layers.recurrent.Bidirectional;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.recurrent.SimpleRNN;
import io.kindling.layers.recurrent.TimeDistributed;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.regularization.GaussianDropout;
import io.kindling.layers.regularization.GaussianNoise;
import io.kindling.layers.regularization.SpatialDropout1D;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.layers.reshaping.Permute;
import io.kindling.layers.reshaping.RepeatVector;
import io.kindling.layers.reshaping.Reshape;
import io.kindling.layers.reshaping.UpSampling2D;
import io.kindling.layers.reshaping.ZeroPadding2D;
import io.kindling.models.Layers;
import io.kindling.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/** The table of layers that DL4J has a counterpart for. */
public final class Translators {
    private static final Map<Class<?>, MergeTranslator<?>> TABLE = new HashMap<>();

    static {
        // Numbers stay as they are, seen in another shape.
        put(Flatten.class, (layer, input, translation) -> {});
        put(Reshape.class, (layer, input, translation) -> {});
        put(Permute.class, new PermuteTranslator());
        put(RepeatVector.class, new RepeatVectorTranslator());

        put(ActivationLayer.class, new ActivationTranslator<>());
        put(ReLU.class, new ActivationTranslator<>());
        put(LeakyReLU.class, new ActivationTranslator<>());
        put(ELU.class, new ActivationTranslator<>());
        put(Softmax.class, new ActivationTranslator<>());
        put(PReLU.class, new PReLUTranslator());

        put(Dense.class, new DenseTranslator());
        put(Embedding.class, new EmbeddingTranslator());
        put(BatchNormalization.class, new BatchNormalizationTranslator());

        put(Dropout.class, DropoutTranslators::dropout);
        put(AlphaDropout.class, DropoutTranslators::alphaDropout);
        put(GaussianDropout.class, DropoutTranslators::gaussianDropout);
        put(GaussianNoise.class, DropoutTranslators::gaussianNoise);
        put(SpatialDropout1D.class, DropoutTranslators::spatialDropout);

        put(Conv1D.class, new Conv1DTranslator());
        put(Conv2D.class, new Conv2DTranslator());
        put(ZeroPadding2D.class, new ZeroPaddingTranslator());
        put(UpSampling2D.class, new UpSamplingTranslator());

        put(MaxPooling1D.class, PoolingTranslators::max1D);
        put(MaxPooling2D.class, PoolingTranslators::max2D);
        put(AveragePooling1D.class, PoolingTranslators::average1D);
        put(AveragePooling2D.class, PoolingTranslators::average2D);
        put(GlobalMaxPooling1D.class, new GlobalPoolingTranslator<>(PoolingType.MAX));
        put(GlobalMaxPooling2D.class, new GlobalPoolingTranslator<>(PoolingType.MAX));
        put(GlobalAveragePooling1D.class, new GlobalPoolingTranslator<>(PoolingType.AVG));
        put(GlobalAveragePooling2D.class, new GlobalPoolingTranslator<>(PoolingType.AVG));

        put(LSTM.class, new RecurrentTranslator<>());
        put(SimpleRNN.class, new RecurrentTranslator<>());
        put(Bidirectional.class, new BidirectionalTranslator());
        put(TimeDistributed.class, new TimeDistributedTranslator());

        putMerge(Add.class, new ElementwiseTranslator<>(ElementWiseVertex.Op.Add));
        putMerge(Subtract.class, new ElementwiseTranslator<>(ElementWiseVertex.Op.Subtract));
        putMerge(Multiply.class, new ElementwiseTranslator<>(ElementWiseVertex.Op.Product));
        putMerge(Average.class, new ElementwiseTranslator<>(ElementWiseVertex.Op.Average));
        putMerge(Maximum.class, new ElementwiseTranslator<>(ElementWiseVertex.Op.Max));
        putMerge(Concatenate.class, new ConcatenateTranslator());
    }

    private Translators() {}

    private static <L extends Layer> void put(Class<L> layer, Translator<L> translator) {
        putMerge(layer, (one, inputs, translation) -> translator.translate(one, inputs.get(0), translation));
    }

    private static <L extends Layer> void putMerge(Class<L> layer, MergeTranslator<L> translator) {
        TABLE.put(layer, translator);
    }

    /**
     * Adds what does the same as a layer.
     *
     * @throws KindlingException if DL4J has no counterpart
     */
    @SuppressWarnings("unchecked")
    public static void translate(Layer layer, List<Shape> inputs, Translation translation) {
        MergeTranslator<Layer> translator = (MergeTranslator<Layer>) TABLE.get(layer.getClass());
        if (translator == null) {
            throw Counterpart.missing(Layers.registry().nameOf(layer));
        }
        translator.translate(layer, inputs, translation);
    }
}
