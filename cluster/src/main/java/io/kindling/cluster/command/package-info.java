/** One class per subcommand, and the options they share. */
package io.kindling.cluster.command;
