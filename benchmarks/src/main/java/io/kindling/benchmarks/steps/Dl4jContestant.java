package io.kindling.benchmarks.steps;

import io.kindling.benchmarks.digits.Dl4jTargets;
import io.kindling.dl4j.Dl4jNetwork;
import io.kindling.engine.Training;
import io.kindling.errors.KindlingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's {@code ComputationGraph.fit}, from the same weights on the same mini-batches. */
final class Dl4jContestant extends JvmContestant {
    private final ComputationGraph network;
    private final List<INDArray> features = new ArrayList<>();
    private final List<INDArray> labels = new ArrayList<>();

    private Dl4jContestant(Workload workload, Dl4jNetwork translated) {
        super(workload);
        network = translated.start(workload.initialWeights());
        for (int i = 0; i < workload.batches(); i++) {
            features.add(Nd4j.create(workload.features(i), new long[] {workload.batchSize(), workload.inputs()}, 'c'));
            labels.add(Dl4jTargets.oneHot(workload.labels(i), workload.classes()));
        }
    }

    /**
     * Deeplearning4j on a workload.
     *
     * @param notice is told why, if it has no counterpart for the network; then there is no contestant
     */
    static Optional<Contestant> start(Workload workload, Consumer<String> notice) {
        Training training = Training.of("categorical_crossentropy").batchSize(workload.batchSize());
        Dl4jNetwork translated;
        try {
            translated = Dl4jNetwork.of(workload.network().plan(), training);
        } catch (KindlingException missing) {
            notice.accept(workload.name() + " without dl4j. " + missing.getMessage());
            return Optional.empty();
        }
        return Optional.of(new Dl4jContestant(workload, translated));
    }

    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    double step(int batch) {
        network.fit(new INDArray[] {features.get(batch)}, new INDArray[] {labels.get(batch)});
        return network.score();
    }

    @Override
    public void close() {
        network.close();
    }
}
