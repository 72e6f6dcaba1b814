package dev.dunwell.database;

/** Dunwell cannot start with the database it found: what is wrong, and what to do about it. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String todo;

    CannotStart(String what, String todo) {
        super(what + " " + todo);
        this.what = what;
        this.todo = todo;
    }

    public String what() {
        return what;
    }

    public String todo() {
        return todo;
    }
}
