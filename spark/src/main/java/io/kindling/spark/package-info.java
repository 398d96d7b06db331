/** MLlib stages: what a user of Spark meets. */
package io.kindling.spark;
