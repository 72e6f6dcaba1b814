package dev.dunwell.metrics;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL that is sent to the database while something runs. */
final class Statements {

    private static final String MARK = "Executing prepared SQL statement [";

    private Statements() {}

    static List<String> during(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        boolean wasAdditive = logger.isAdditive();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.setAdditive(false);
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(heard);
            logger.setAdditive(wasAdditive);
        }
        // who looks after what colleagues do asks at the same time, and may look into the session as well: much less
        // than a page
        Set<String> visitors = heard.list.stream()
                .filter(event -> event.getFormattedMessage().contains("SPRING_SESSION"))
                .map(ILoggingEvent::getThreadName)
                .collect(Collectors.toSet());
        return heard.list.stream()
                .filter(event -> visitors.contains(event.getThreadName()))
                .collect(Collectors.groupingBy(ILoggingEvent::getThreadName))
                .values()
                .stream()
                .max(Comparator.comparing(List::size))
                .orElse(List.of())
                .stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(MARK))
                .map(message -> message.substring(MARK.length()))
                .toList();
    }
}
