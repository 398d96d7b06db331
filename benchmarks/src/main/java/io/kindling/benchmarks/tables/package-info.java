/** How good networks are on tables, with nothing set, beside MLlib's models. */
package io.kindling.benchmarks.tables;
