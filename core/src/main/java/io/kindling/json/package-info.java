/** JSON that is not trusted. */
package io.kindling.json;
