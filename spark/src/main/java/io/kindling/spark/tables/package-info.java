/** Tables of all kinds of columns, turned into one vector whose attributes say what each number is. */
package io.kindling.spark.tables;
