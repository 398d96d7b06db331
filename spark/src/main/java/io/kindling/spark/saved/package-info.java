/** Saved pipelines that are not trusted: everything about their files is checked before MLlib sees them. */
package io.kindling.spark.saved;
