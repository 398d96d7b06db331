package io.kindling.spark.defaults;

import io.kindling.activations.Relu;
import io.kindling.activations.Tanh;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.optimizers.AdamW;
import io.kindling.optimizers.Optimizer;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.training.TrainingListener;
import io.kindling.tables.DenseNetwork;
import io.kindling.tables.NumericSummary;
import io.kindling.tables.TableColumn;
import io.kindling.tables.TableNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * The network and the training where nothing is set: an ensemble with encodings for rows of a table, plain layers for rows of
 * hundreds of numbers or of mostly zeros, and as many epochs as rows that are kept back find best. What was measured is in
 * {@code docs/tables.md}.
 */
public final class TableRecipe {
    /** One row of so many is kept back. */
    public static final int KEPT_BACK = 7;

    /** Fewer rows than this cannot spare any, and tell too little to fill bins. */
    private static final int FEW_ROWS = 1000;

    private static final int EPOCHS_OF_FEW = 100;
    /** The fewer rows, the more epochs make as many steps. */
    private static final int MOST_EPOCHS_OF_FEW = 400;

    private static final int ROWS_SEEN_OF_FEW = 12_800;
    private static final List<Integer> HIDDEN_OF_FEW = List.of(64);
    private static final double WEIGHT_DECAY_OF_FEW = 0.1;

    /** Rows with more numbers than this are no table to an ensemble: bins of each would be most of the work. */
    private static final int MOST_COLUMNS = 300;

    /** Rows with more numbers than this have enough to say without bins and waves of each. */
    private static final int MOST_ENCODED = 50;

    /** So many numbers tell the quantiles of all columns. */
    private static final int SAMPLED_NUMBERS = 1 << 22;

    private static final int MOST_SAMPLED_ROWS = 1 << 16;

    private static final int BINS = 32;
    private static final int EMBEDDING = 8;
    private static final List<Integer> HIDDEN = List.of(256, 256);
    private static final double DROPOUT = 0.15;
    private static final int MEMBERS = 8;
    private static final int MORE_MEMBERS = 16;
    /** So few rows have time for more members, and gain by smaller mini-batches. */
    private static final int SOME_ROWS = 1 << 13;

    private static final int MANY_ROWS = 1 << 15;

    private static final double LEARNING_RATE = 0.003;
    private static final double WEIGHT_DECAY = 0.03;
    /** Of rows of many numbers. */
    private static final Optimizer OPTIMIZER_OF_WIDE = AdamW.of(0.001, 0.01);

    private static final int MOST_EPOCHS = 200;
    private static final int LEAST_EPOCHS = 10;
    /** More rows than this, of all epochs together, are seldom of use. */
    private static final long MOST_ROWS_SEEN = 20_000_000;

    private static final int PATIENCE = 16;
    private static final int PATIENCE_OF_WIDE = 5;
    private static final int LEAST_PATIENCE = 3;

    /** A worker with fewer rows makes too few steps between two averagings. */
    private static final int ROWS_PER_WORKER = 1 << 14;

    private TableRecipe() {}

    /** Whether there are rows to keep back. */
    public static boolean canKeepBack(long rows) {
        return rows >= FEW_ROWS;
    }

    /** The network. */
    public static Network network(List<TableColumn> columns, TrainingData data, OutputHead head, long seed) {
        if (columns.size() <= MOST_COLUMNS) {
            return ensemble(columns, data, head, seed);
        }
        List<Layer> layers = new ArrayList<>();
        for (int units : HIDDEN) {
            layers.add(Dense.of(units).activation("relu").kernelInitializer("he_normal"));
            layers.add(Dropout.of(DROPOUT));
        }
        layers.addAll(head.layers());
        return new DenseNetwork(Standardization.of(columns, data.moments().features()), layers).network();
    }

    private static Network ensemble(List<TableColumn> columns, TrainingData data, OutputHead head, long seed) {
        boolean few = data.rows() < FEW_ROWS;
        long numbers =
                columns.stream().filter(TableColumn.Numeric.class::isInstance).count();
        boolean encodes = !few && numbers <= MOST_ENCODED;
        float[][] sample = data.sample(Math.min(MOST_SAMPLED_ROWS, SAMPLED_NUMBERS / columns.size()), seed);
        List<TableColumn> summarized = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            summarized.add(
                    columns.get(i) instanceof TableColumn.Numeric
                            ? number(sample, i, encodes ? BINS : 0)
                            : columns.get(i));
        }
        return new TableNetwork(
                        summarized,
                        few ? HIDDEN_OF_FEW : HIDDEN,
                        few ? new Tanh() : Relu.of(),
                        data.rows() < SOME_ROWS ? MORE_MEMBERS : MEMBERS,
                        DROPOUT,
                        encodes ? EMBEDDING : 0,
                        head.outputs(),
                        head.advice().activation(),
                        head.ending())
                .network();
    }

    private static TableColumn number(float[][] sample, int column, int bins) {
        float[] values = new float[sample.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = sample[row][column];
        }
        return NumericSummary.of(values).column(bins);
    }

    /** Weights that do not decay. */
    public static List<String> noWeightDecay(NetworkPlan plan) {
        boolean hasAdapters = plan.parameters().trainable().stream()
                .anyMatch(weight -> weight.name().endsWith("_adapter"));
        return hasAdapters ? List.of(TableNetwork.ADAPTERS) : List.of();
    }

    public static Optimizer optimizer(NetworkPlan plan, long rows) {
        if (plan.features() > MOST_COLUMNS) {
            return OPTIMIZER_OF_WIDE;
        }
        return AdamW.of(LEARNING_RATE, rows < FEW_ROWS ? WEIGHT_DECAY_OF_FEW : WEIGHT_DECAY);
    }

    /** Rows per step: the fewer rows, the more steps they need. */
    public static int batchSize(long rows) {
        if (rows < FEW_ROWS) {
            return 16;
        }
        if (rows < SOME_ROWS) {
            return 64;
        }
        return rows < MANY_ROWS ? 128 : 256;
    }

    /** The most passes over so many rows. */
    public static int epochs(long rows) {
        if (rows < FEW_ROWS) {
            return (int) Math.max(EPOCHS_OF_FEW, Math.min(MOST_EPOCHS_OF_FEW, ROWS_SEEN_OF_FEW / rows));
        }
        return (int) Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, MOST_ROWS_SEEN / rows));
    }

    /** Passes without a better one after which training stops. */
    public static int patience(NetworkPlan plan, int epochs) {
        if (plan.features() > MOST_COLUMNS) {
            return PATIENCE_OF_WIDE;
        }
        return Math.max(LEAST_PATIENCE, Math.min(PATIENCE, epochs / 5));
    }

    /**
     * How many workers share the rows, never so many that each has few.
     *
     * @param wasAsked whether a person asked for so many, who is then told
     */
    public static int workers(int wanted, boolean wasAsked, long rows, TrainingListener listener) {
        int used = (int) Math.max(1, Math.min(wanted, rows / ROWS_PER_WORKER));
        if (wasAsked && used < wanted) {
            listener.noticed("Training uses " + used + (used == 1 ? " worker" : " workers") + " instead of " + wanted
                    + ": with " + rows
                    + " rows, more would each make too few steps to be of use. A network of your own,"
                    + " or hiddenLayers, is trained by as many as you ask for.");
        }
        return used;
    }
}
