package io.kindling.cluster.testing;

import org.apache.spark.sql.SparkSession;

/** The Spark session that all tests of the module share; the command uses it instead of starting its own. */
public final class TestSpark {

    private TestSpark() {}

    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.caseSensitive", "true")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }
}
