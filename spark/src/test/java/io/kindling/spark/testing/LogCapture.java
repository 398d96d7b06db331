package io.kindling.spark.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Keeps the warnings a class logs until it is closed. */
public final class LogCapture implements AutoCloseable {
    private final Logger logger;
    private final Level levelBefore;
    private final Appender appender = new Appender();

    private LogCapture(Logger logger) {
        this.logger = logger;
        this.levelBefore = logger.getLevel();
        Configurator.setLevel(logger, Level.WARN);
        logger.addAppender(appender);
        appender.start();
    }

    public static LogCapture of(Class<?> logging) {
        return new LogCapture((Logger) LogManager.getLogger(logging));
    }

    /** The messages so far. */
    public List<String> warnings() {
        return List.copyOf(appender.messages);
    }

    @Override
    public void close() {
        logger.removeAppender(appender);
        Configurator.setLevel(logger, levelBefore);
    }

    private static final class Appender extends AbstractAppender {
        private final List<String> messages = new ArrayList<>();

        Appender() {
            super("capture", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            if (event.getLevel() == Level.WARN) {
                messages.add(event.getMessage().getFormattedMessage());
            }
        }
    }
}
