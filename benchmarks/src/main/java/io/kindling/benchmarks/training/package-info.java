/** Whole trainings until a test accuracy is reached, by several engines. */
package io.kindling.benchmarks.training;
