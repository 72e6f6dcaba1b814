package dev.dunwell.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST whose work takes several transactions of its own, as a night or an import does. Its {@code Idempotency-Key} is
 * claimed before and answered after it; every other POST runs in one transaction with its key.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InSteps {}
