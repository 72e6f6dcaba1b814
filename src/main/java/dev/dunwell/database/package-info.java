/**
 * The same real PostgreSQL for everyone: started by the product itself unless another one is named.
 *
 * <p>Start with {@link dev.dunwell.database.EmbeddedPostgres}; how the application connects: {@code DatabaseSetup}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.dunwell.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
