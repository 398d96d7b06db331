/** Files that are not trusted: opened only if they are plain files, and read only as far as they may be. */
package io.kindling.spark.files;
