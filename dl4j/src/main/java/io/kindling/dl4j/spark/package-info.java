/** The dl4j engine: networks trained by what Deeplearning4j has for Spark. */
package io.kindling.dl4j.spark;
