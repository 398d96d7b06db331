/** Learning rates that change as training goes on. */
package io.kindling.optimizers.schedules;
