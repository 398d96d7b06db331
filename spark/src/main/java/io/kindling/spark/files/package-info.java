/** Files that several processes share, and files that are not trusted, on any Hadoop file system. */
package io.kindling.spark.files;
