package io.kindling.benchmarks.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.RandomForestRegressor;

/** MLlib's models for a table, each with its defaults and the stages it needs before it. */
final class MllibModels {
    private static final long SEED = 0;
    /** At least as many as a category has values. */
    private static final int BINS = 256;

    private MllibModels() {}

    /** The pipelines that can learn a table, by name. */
    static Map<String, Pipeline> of(SplitTable table) {
        Map<String, Pipeline> models = new LinkedHashMap<>();
        if (table.isRegression()) {
            models.put("linear", pipeline(table, true, new LinearRegression()));
            models.put(
                    "forest",
                    pipeline(
                            table,
                            false,
                            new RandomForestRegressor().setMaxBins(BINS).setSeed(SEED)));
            models.put(
                    "boosted",
                    pipeline(table, false, new GBTRegressor().setMaxBins(BINS).setSeed(SEED)));
            return models;
        }
        models.put("linear", pipeline(table, true, new LogisticRegression()));
        models.put(
                "forest",
                pipeline(
                        table,
                        false,
                        new RandomForestClassifier().setMaxBins(BINS).setSeed(SEED)));
        // It knows two classes only.
        if (table.classes() == 2) {
            models.put(
                    "boosted",
                    pipeline(table, false, new GBTClassifier().setMaxBins(BINS).setSeed(SEED)));
        }
        return models;
    }

    private static Pipeline pipeline(SplitTable table, boolean oneHot, PipelineStage model) {
        List<PipelineStage> stages = new ArrayList<>();
        List<String> features = new ArrayList<>();
        if (!table.numbers().isEmpty()) {
            stages.add(new Imputer()
                    .setInputCols(table.numbers().toArray(String[]::new))
                    .setOutputCols(suffixed(table.numbers(), "_filled"))
                    .setStrategy("median"));
            features.addAll(List.of(suffixed(table.numbers(), "_filled")));
        }
        if (!table.texts().isEmpty()) {
            String[] indexed = suffixed(table.texts(), "_index");
            stages.add(new StringIndexer()
                    .setInputCols(table.texts().toArray(String[]::new))
                    .setOutputCols(indexed)
                    .setHandleInvalid("keep"));
            if (oneHot) {
                stages.add(new OneHotEncoder()
                        .setInputCols(indexed)
                        .setOutputCols(suffixed(table.texts(), "_hot"))
                        .setHandleInvalid("keep"));
            }
            features.addAll(List.of(oneHot ? suffixed(table.texts(), "_hot") : indexed));
        }
        stages.add(new VectorAssembler()
                .setInputCols(features.toArray(String[]::new))
                .setOutputCol("features"));
        stages.add(model);
        return new Pipeline().setStages(stages.toArray(PipelineStage[]::new));
    }

    private static String[] suffixed(List<String> names, String suffix) {
        return names.stream().map(name -> name + suffix).toArray(String[]::new);
    }
}
