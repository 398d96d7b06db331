/** Networks translated to Deeplearning4j: a graph, its weights, and what it is trained with. */
package io.kindling.dl4j;
