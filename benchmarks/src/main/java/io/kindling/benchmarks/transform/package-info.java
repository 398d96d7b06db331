/** Prediction by a fitted model, beside MLlib's perceptron. */
package io.kindling.benchmarks.transform;
