/** What training minimizes. */
package io.kindling.losses;
