package io.kindling.spark.training;

import io.kindling.engine.Evaluation;

/** Is told how training goes; called on the driver, between rounds. */
public interface TrainingListener {

    /** Does nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /** Training is about to start. */
    default void started(TrainingStart start) {}

    /**
     * Training goes on from a checkpoint.
     *
     * @param rows rows seen in all epochs before
     */
    default void resumed(long rows) {}

    /** A round has been averaged. */
    default void roundFinished(RoundProgress progress) {}

    /**
     * The network is about to be measured on the rows kept for validation.
     *
     * @param epoch which has ended, from 1
     */
    default void validationStarts(int epoch) {}

    /**
     * The network was measured on the rows kept for validation.
     *
     * @param epoch which has ended, from 1
     */
    default void epochValidated(int epoch, Evaluation evaluation) {}

    /** Something a person should know, such as fewer workers than asked for. */
    default void noticed(String notice) {}
}
