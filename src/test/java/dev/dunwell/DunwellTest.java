package dev.dunwell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole application on a fresh database. Contexts are shared where they are equal. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = DunwellTest.FreshDatabase.class)
public @interface DunwellTest {

    /** Gives the context a database of its own, in which no job runs by itself. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(TestDatabase.fresh())
                    .and("dunwell.jobs.enabled=false", "dunwell.data-dir=" + TestDatabase.folder())
                    .and("dunwell.sms.near=true") // a test's gateway is on this machine
                    .applyTo(context);
        }
    }
}
