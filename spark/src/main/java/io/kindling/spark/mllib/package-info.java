/** MLlib's parts that are private in Scala, and the files of a saved model: called nowhere else. */
package io.kindling.spark.mllib;
