package io.kindling.spark.training;

import io.kindling.engine.Training;
import io.kindling.engine.WeightRules;
import io.kindling.losses.Loss;
import io.kindling.models.Network;
import io.kindling.models.Weights;
import io.kindling.optimizers.Optimizer;
import io.kindling.persistence.Digests;
import io.kindling.spark.checkpoint.RunIdentity;
import io.kindling.spark.data.DealtRows;
import io.kindling.spark.transport.LastRead;
import io.kindling.spark.transport.NetworkText;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A network and how to train it, as text that travels with a task. */
public final class TrainingSpec implements Serializable {
    private static final long serialVersionUID = 1;
    private static final LastRead<Loss> LOSSES = new LastRead<>(Loss::of);
    private static final LastRead<Optimizer> OPTIMIZERS = new LastRead<>(Optimizer::of);

    private final NetworkText network;
    private final String loss;
    private final String optimizer;
    private final int epochs;
    private final int batchSize;
    private final boolean shuffle;
    private final long seed;
    /** Plain collections, as Kryo cannot read records. */
    private final LinkedHashMap<String, Double> learningRateFactors;

    private final ArrayList<String> noWeightDecay;

    public TrainingSpec(Network network, Training training) {
        this.network = NetworkText.of(network);
        this.loss = Loss.registry().format(training.loss());
        this.optimizer = Optimizer.registry().format(training.optimizer());
        this.epochs = training.epochs();
        this.batchSize = training.batchSize();
        this.shuffle = training.shuffle();
        this.seed = training.seed();
        this.learningRateFactors = new LinkedHashMap<>(training.weightRules().learningRateFactors());
        this.noWeightDecay = new ArrayList<>(training.weightRules().noWeightDecay());
    }

    /** All that the model depends on, but for how many epochs there are. */
    RunIdentity identity(DealtRows rows, RoundSize rounds, AveragingPlan averaging) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("network", network.json());
        parts.put("loss", loss);
        parts.put("optimizer", optimizer);
        parts.put("batchSize", Integer.toString(batchSize));
        parts.put("averagingFrequency", Integer.toString(rounds.batches()));
        parts.put("optimizerState", averaging.optimizerState().toString());
        parts.put("outerOptimizer", averaging.outerOptimizer().toString());
        parts.put("numWorkers", Integer.toString(rows.deal().workers()));
        parts.put("shuffle", Boolean.toString(shuffle));
        parts.put("seed", Long.toString(seed));
        parts.put("data", rows.fingerprint());
        averaging.initialWeights().ifPresent(weights -> parts.put("initialModel", digest(weights)));
        if (!learningRateFactors.isEmpty()) {
            parts.put("learningRateFactors", learningRateFactors.toString());
        }
        if (!noWeightDecay.isEmpty()) {
            parts.put("noWeightDecay", noWeightDecay.toString());
        }
        averaging.validation().map(Validation::identity).ifPresent(parts::putAll);
        return new RunIdentity(parts);
    }

    private static String digest(Weights weights) {
        MessageDigest digest = Digests.sha256();
        digest.update(FloatBytes.of(weights.trainable(), 0, weights.trainable().length));
        digest.update(FloatBytes.of(weights.nonTrainable(), 0, weights.nonTrainable().length));
        return HexFormat.of().formatHex(digest.digest());
    }

    public Network network() {
        return network.network();
    }

    public Training training() {
        return new Training(
                LOSSES.of(loss),
                OPTIMIZERS.of(optimizer),
                epochs,
                batchSize,
                shuffle,
                seed,
                new WeightRules(learningRateFactors, noWeightDecay));
    }
}
