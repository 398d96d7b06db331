package io.kindling.spark.saved;

import io.kindling.errors.KindlingException;
import io.kindling.spark.mllib.ModelWriter;
import io.kindling.spark.mllib.SingleFileWriter;
import io.kindling.text.Excerpt;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of stages that a saved pipeline may name; no other is loaded. A value: {@link #plus} gives another one.
 *
 * <p>The standard list holds Kindling's models and the transformers and models of MLlib's {@code feature} package, but for
 * those that let a file choose what is computed, at any cost: SQLTransformer (a statement), RFormulaModel (a pipeline of its
 * own), RegexTokenizer (an expression that may never end), PolynomialExpansion (a degree without limit).
 */
public final class StageClasses {
    private static final Pattern NAME = Pattern.compile("[\\p{Alpha}_$][\\w$]*(\\.[\\p{Alpha}_$][\\w$]*)+");

    private static final Set<String> NETWORK = Set.of(ModelWriter.NETWORK, ModelWriter.WEIGHTS);

    /** The files of each, beside its metadata. */
    private static final Map<String, Set<String>> OF_KINDLING = Map.of(
            "io.kindling.spark.NeuralNetworkClassificationModel", NETWORK,
            "io.kindling.spark.NeuralNetworkRegressionModel", NETWORK,
            "io.kindling.spark.MultiLabelClassificationModel", NETWORK,
            "io.kindling.spark.NetworkFeaturizer", NETWORK,
            "io.kindling.spark.tables.TableEncoderModel", Set.of(SingleFileWriter.TABLE));

    private static final List<String> OF_MLLIB = List.of(
            "Binarizer",
            "BucketedRandomProjectionLSHModel",
            "Bucketizer",
            "ChiSqSelectorModel",
            "CountVectorizerModel",
            "DCT",
            "ElementwiseProduct",
            "FeatureHasher",
            "HashingTF",
            "IDFModel",
            "ImputerModel",
            "IndexToString",
            "Interaction",
            "MaxAbsScalerModel",
            "MinHashLSHModel",
            "MinMaxScalerModel",
            "NGram",
            "Normalizer",
            "OneHotEncoderModel",
            "PCAModel",
            "RobustScalerModel",
            "StandardScalerModel",
            "StopWordsRemover",
            "StringIndexerModel",
            "Tokenizer",
            "UnivariateFeatureSelectorModel",
            "VarianceThresholdSelectorModel",
            "VectorAssembler",
            "VectorIndexerModel",
            "VectorSizeHint",
            "VectorSlicer",
            "Word2VecModel");

    private static final StageClasses STANDARD = new StageClasses(Stream.concat(
                    OF_KINDLING.keySet().stream(), OF_MLLIB.stream().map(name -> "org.apache.spark.ml.feature." + name))
            .collect(Collectors.toCollection(TreeSet::new)));

    private final SortedSet<String> names;

    private StageClasses(SortedSet<String> names) {
        this.names = Collections.unmodifiableSortedSet(names);
    }

    /** Kindling's models and what MLlib has for features. */
    public static StageClasses standard() {
        return STANDARD;
    }

    /**
     * These and one more, which is trusted with the files it reads.
     *
     * @throws KindlingException if it is not the full name of a class
     */
    public StageClasses plus(String className) {
        if (!NAME.matcher(className).matches()) {
            throw new KindlingException("A stage's class needs its full name, such as com.example.MyStage. Received: "
                    + Excerpt.of(className) + ".");
        }
        SortedSet<String> more = new TreeSet<>(names);
        more.add(className);
        return new StageClasses(more);
    }

    /** The files of one of Kindling's models, beside its metadata; none of other classes. */
    static Set<String> filesOf(String className) {
        return OF_KINDLING.getOrDefault(className, Set.of());
    }

    /** Whether a class may be loaded. */
    public boolean allows(String className) {
        return names.contains(className);
    }

    /** Their full names. */
    public SortedSet<String> names() {
        return names;
    }
}
