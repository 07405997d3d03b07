/// How people capture directives and needs, answer them, and see what is owed.
@NullMarked
package org.onmaru.server.hall.directive.web;

import org.jspecify.annotations.NullMarked;
