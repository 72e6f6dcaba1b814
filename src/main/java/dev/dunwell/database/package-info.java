/** The same real PostgreSQL for everyone: started by the product itself unless another one is named. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.dunwell.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
