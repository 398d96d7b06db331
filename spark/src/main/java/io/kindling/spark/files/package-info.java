/** Files that several processes share, on any Hadoop file system. */
package io.kindling.spark.files;
