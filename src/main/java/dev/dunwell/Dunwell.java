package dev.dunwell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts everything; nothing else. */
@SpringBootApplication
public class Dunwell {
    public static void main(String... args) {
        SpringApplication.run(Dunwell.class, args);
    }
}
