/** The same networks in Deeplearning4j's words: configurations, weights, losses and optimizers. */
package io.kindling.dl4j;
