package io.kindling.cluster.bench;

import io.kindling.models.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Deeplearning4j's {@code MultiLayerNetwork.fit}, from the same weights on the same mini-batches. */
final class Dl4jContestant implements Contestant {
    private final MultiLayerNetwork network;
    private final List<INDArray> features = new ArrayList<>();
    private final List<INDArray> labels = new ArrayList<>();

    Dl4jContestant(Workload workload) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.001, 0.9, 0.999, 1e-7))
                .list();
        List<Integer> sizes = workload.sizes();
        for (int i = 1; i < sizes.size() - 1; i++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(sizes.get(i - 1))
                    .nOut(sizes.get(i))
                    .activation(Activation.valueOf(workload.activation().toUpperCase(Locale.ROOT)))
                    .build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(sizes.get(sizes.size() - 2))
                .nOut(workload.classes())
                .activation(Activation.SOFTMAX)
                .build());
        network = new MultiLayerNetwork(layers.build());
        network.init();
        copyWeights(workload.initialWeights(), sizes);
        for (int i = 0; i < workload.batches(); i++) {
            features.add(Nd4j.create(workload.features(i), new long[] {workload.batchSize(), workload.inputs()}, 'c'));
            labels.add(oneHot(workload.labels(i), workload.classes()));
        }
    }

    private void copyWeights(Weights weights, List<Integer> sizes) {
        int offset = 0;
        for (int i = 1; i < sizes.size(); i++) {
            int inputs = sizes.get(i - 1);
            int units = sizes.get(i);
            float[] kernel = Arrays.copyOfRange(weights.trainable(), offset, offset + inputs * units);
            network.getParam((i - 1) + "_W").assign(Nd4j.create(kernel, new long[] {inputs, units}, 'c'));
            offset += inputs * units + units;
        }
    }

    private static INDArray oneHot(float[] labels, int classes) {
        INDArray targets = Nd4j.zeros(labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            targets.putScalar(i, (int) labels[i], 1f);
        }
        return targets;
    }

    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public double step(int batch) {
        network.fit(features.get(batch), labels.get(batch));
        return network.score();
    }

    @Override
    public void close() {
        network.close();
    }
}
