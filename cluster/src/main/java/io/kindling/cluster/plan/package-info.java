/** How much memory a training needs, before it runs. */
package io.kindling.cluster.plan;
