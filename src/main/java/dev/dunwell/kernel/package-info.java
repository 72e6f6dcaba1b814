/** Value types that know no business: money, calendars, records read from outside with their problems. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.dunwell.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
