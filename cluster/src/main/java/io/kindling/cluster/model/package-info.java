/** The MLlib pipeline around a network: fitting, saving, loading, using. */
package io.kindling.cluster.model;
