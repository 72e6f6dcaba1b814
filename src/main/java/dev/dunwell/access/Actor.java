package dev.dunwell.access;

/**
 * Who does something: a person, a key that speaks for a script, a payer, or the automation. Named in every audit entry.
 */
public record Actor(Kind kind, String name) {

    /** What sort of actor. */
    public enum Kind {
        PERSON,
        KEY,
        PAYER,
        AUTOMATION
    }

    public static Actor person(String name) {
        return new Actor(Kind.PERSON, name);
    }

    public static Actor key(String name) {
        return new Actor(Kind.KEY, name);
    }

    /** Somebody who owes, by the name or the address that their link was sent to. */
    public static Actor payer(String name) {
        return new Actor(Kind.PAYER, name);
    }

    /** The house itself at work, by the name of what it does: {@code night}, {@code import}. */
    public static Actor automation(String name) {
        return new Actor(Kind.AUTOMATION, name);
    }
}
