package io.kindling.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.data.BadDataException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void findsTheSentenceBehindSpark() {
        Throwable failure = new SparkException(
                "Job aborted due to stage failure",
                new RuntimeException(new BadDataException("The column 'x' is bad.")));
        assertThat(Failure.of(failure)).isEqualTo(new Failure("The column 'x' is bad.", 2));
    }

    @Test
    void foreignArgumentsAreUnexpected() {
        IllegalArgumentException foreign = new IllegalArgumentException("requirement failed: odd\nsecond line");
        foreign.setStackTrace(new StackTraceElement[] {new StackTraceElement("scala.Predef", "require", "", 1)});
        assertThat(Failure.of(new SparkException("aborted", foreign)))
                .isEqualTo(new Failure("unexpected failure: odd (IllegalArgumentException; --verbose shows where)", 1));
    }

    @Test
    void namesNoClassesInASentence() {
        assertThat(Failure.line(new IOException("java.io.IOException: org.x.YException: disk full")))
                .isEqualTo("disk full");
        assertThat(Failure.line(new IOException())).isEqualTo("IOException");
    }

    @Test
    void endsOfFilesAreBadData() {
        assertThat(Failure.of(new SparkException("aborted", new EOFException("early end")))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void failuresOfMachinesAreNotThoseOfTheData() {
        Failure memory = Failure.of(new OutOfMemoryError("Java heap space"));
        assertThat(memory.message()).contains("KINDLING_JAVA_OPTS");
        assertThat(memory.exitCode()).isEqualTo(1);
    }

    @Test
    void causesInACircle() {
        IOException one = new IOException("one");
        IOException two = new IOException("two", one);
        one.initCause(two);
        assertThat(Failure.of(one).exitCode()).isEqualTo(1);
    }
}
