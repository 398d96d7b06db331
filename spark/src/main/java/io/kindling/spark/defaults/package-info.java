/** What is trained, and how, where nothing is set: chosen by what the columns and rows are. */
package io.kindling.spark.defaults;
