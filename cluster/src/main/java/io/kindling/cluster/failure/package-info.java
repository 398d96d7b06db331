/** What went wrong, in one sentence with the setting to change: one small class for each kind of failure. */
package io.kindling.cluster.failure;
