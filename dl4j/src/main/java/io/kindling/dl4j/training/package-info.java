/** Losses and optimizers as Deeplearning4j has them. */
package io.kindling.dl4j.training;
