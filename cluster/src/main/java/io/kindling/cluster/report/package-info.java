/** What a person and a program are told: progress, results, failures. */
package io.kindling.cluster.report;
