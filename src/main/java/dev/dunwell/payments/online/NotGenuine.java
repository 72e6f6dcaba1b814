package dev.dunwell.payments.online;

/** What came to the door of events is not proven to come from the gateway. */
public class NotGenuine extends RuntimeException {

    public NotGenuine(String why) {
        super(why);
    }
}
