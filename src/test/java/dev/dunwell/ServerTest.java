package dev.dunwell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** A test over HTTP against the whole application as it runs, on a fresh database; {@link Visitor} talks to it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "dunwell.installation-key=" + ServerTest.INSTALLATION_KEY)
@ContextConfiguration(initializers = DunwellTest.FreshDatabase.class)
public @interface ServerTest {

    String INSTALLATION_KEY = "the key of this installation";
}
