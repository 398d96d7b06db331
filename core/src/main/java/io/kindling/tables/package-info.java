/** The network for tables that is built where none is given: from what the columns are. */
package io.kindling.tables;
