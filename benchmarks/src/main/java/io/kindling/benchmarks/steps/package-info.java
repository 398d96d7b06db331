/** Steps of training on one thread, beside Deeplearning4j and PyTorch. */
package io.kindling.benchmarks.steps;
