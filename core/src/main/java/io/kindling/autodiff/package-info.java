/** Functions a user writes as ND4J SameDiff expressions, and their derivatives by automatic differentiation. */
package io.kindling.autodiff;
