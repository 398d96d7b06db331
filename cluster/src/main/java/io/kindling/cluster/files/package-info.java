/** Outputs that are complete or not there. */
package io.kindling.cluster.files;
