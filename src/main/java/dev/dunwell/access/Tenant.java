package dev.dunwell.access;

/**
 * The organisation that the current work is for. Each transaction begun inside carries it to the database, where
 * row-level security shows that organisation's rows and no others; without it no row is seen.
 *
 * <p>Bound to the call, not to the thread: pool threads inherit nothing, so a job binds it itself.
 */
public final class Tenant {

    private static final ScopedValue<Integer> ORGANISATION = ScopedValue.newInstance();
    private static final ScopedValue<Boolean> INSTALLATION = ScopedValue.newInstance();

    private Tenant() {}

    public static <T, X extends Throwable> T in(int organisation, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(ORGANISATION, organisation).call(work);
    }

    public static void runIn(int organisation, Runnable work) {
        ScopedValue.where(ORGANISATION, organisation).run(work);
    }

    /**
     * Looks across organisations, to read who exists: sign-in, key look-up and the timetable need it, nothing else
     * does.
     */
    static <T, X extends Throwable> T acrossOrganisations(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(INSTALLATION, true).call(work);
    }

    /** The organisation bound here. Asking where none is bound is a bug. */
    public static int current() {
        return ORGANISATION.get();
    }

    static String settingForDatabase() {
        return ORGANISATION.isBound() ? ORGANISATION.get().toString() : "";
    }

    static String scopeForDatabase() {
        return INSTALLATION.isBound() ? "installation" : "";
    }
}
