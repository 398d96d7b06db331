package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines are found by name; where one is unknown or lacks its libraries, the error says which there are. */
class TrainingEnginesTest {

    @ParameterizedTest
    @ValueSource(strings = {"kindling", "dl4j"})
    void areFoundByName(String name) {
        assertThat(TrainingEngines.named(name).name()).isEqualTo(name);
    }

    @Test
    void anUnknownOneIsRefusedByTheEstimatorBeforeItReadsARow() {
        NeuralNetworkClassifier classifier = new NeuralNetworkClassifier().setEngine("dl5j");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        classifier.fit(LocalSpark.of(List.of(LocalSpark.row(Double.NaN, 1, 0)), LocalSpark.SCHEMA, 1)))
                .withMessage("The engine must be one of those there are: dl4j, kindling. Received: 'dl5j'.");
    }

    @Test
    void withoutDl4jTheOthersAreThereAndItsDependencyIsNamed() throws Exception {
        try (WithoutDl4j classes = new WithoutDl4j()) {
            Method named = classes.loadClass(TrainingEngines.class.getName()).getMethod("named", String.class);
            assertThat(named.invoke(null, "kindling").getClass().getName()).isEqualTo(KindlingEngine.class.getName());
            assertThatThrownBy(() -> named.invoke(null, "dl4j"))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessage("The engine must be one of those there are: dl4j (once"
                            + " org.deeplearning4j:dl4j-spark3_2.12 is on the class path), kindling."
                            + " Received: 'dl4j'.");
        }
    }

    /** The classes of this JVM once more, but for DL4J's. */
    private static final class WithoutDl4j extends URLClassLoader {

        WithoutDl4j() throws MalformedURLException {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() throws MalformedURLException {
            String[] paths = System.getProperty("java.class.path").split(File.pathSeparator);
            URL[] urls = new URL[paths.length];
            for (int i = 0; i < paths.length; i++) {
                urls[i] = new File(paths[i]).toURI().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.deeplearning4j.")) {
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }
    }
}
