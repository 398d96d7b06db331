/** What is wrong, in sentences for a person: errors of users, and files that do not hold what they should. */
package io.kindling.errors;
