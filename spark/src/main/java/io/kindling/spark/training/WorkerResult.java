package io.kindling.spark.training;

import io.kindling.engine.TrainingState;

/**
 * Where a round led on one worker, before it is cut up and sent.
 *
 * @param share what the worker did
 * @param state its numbers
 */
record WorkerResult(Share share, TrainingState state) {}
