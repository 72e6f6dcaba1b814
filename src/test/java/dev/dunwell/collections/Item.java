package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of Castellano Marítima in the words of a test; each word gives a new item.
 *
 * <p>Unless said otherwise: MS-20480 over 1,200.00 EUR, due on Wed 3 Jun 2026, issued 30 days before, nothing done but
 * the invoice sent; the customer is automatic and Ana Ruiz gets the mail.
 */
record Item(Situation now) {

    static final LocalDate DUE = LocalDate.of(2026, 6, 3);
    static final Party.Recipient ANA = new Party.Recipient("Ana Ruiz", "ana@castellano.example");

    static Item open() {
        return due(DUE);
    }

    static Item due(LocalDate due) {
        return dates(due.minusDays(30), due);
    }

    static Item dates(LocalDate issued, LocalDate due) {
        Money amount = eur("1200.00");
        Party party = new Party(
                ContactMode.AUTOMATIC, null, null, ANA, null, null, false, Regard.NONE, Reach.UNKNOWN, Answers.NONE);
        return new Item(new Situation(
                "MS-20480",
                issued,
                due,
                amount,
                amount,
                amount,
                eur("0"),
                0,
                null,
                null,
                null,
                eur("5.00"),
                party,
                Progress.NONE,
                Matters.NONE,
                Marks.NONE));
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /** The day so many days after the due date, negative for before. */
    LocalDate day(int fromDue) {
        return now.dueOn().plusDays(fromDue);
    }

    Item taken(int step, int fromDue) {
        return new Item(now.withStepTaken(step, day(fromDue)));
    }

    Item amounts(String open, String credit, String tolerance) {
        return new Item(new Situation(
                now.number(),
                now.issuedOn(),
                now.dueOn(),
                now.original(),
                eur(open),
                eur(open),
                eur(credit),
                now.lastStep(),
                now.lastStepOn(),
                now.disputedOn(),
                now.hold(),
                eur(tolerance),
                now.party(),
                now.progress(),
                now.matters(),
                now.marks()));
    }

    Item disputed(int fromDue) {
        return with(day(fromDue), now.hold(), now.party());
    }

    Item held(int untilFromDue, String reason) {
        return with(now.disputedOn(), new Party.Hold(day(untilFromDue), reason), now.party());
    }

    Item customerHeld(int untilFromDue, String reason) {
        Party p = now.party();
        Party.Hold hold = new Party.Hold(day(untilFromDue), reason);
        return party(p.mode(), p.promise(), hold, p.recipient(), p.bounced(), p.lastContactOn(), p.approvedTonight());
    }

    Item promised(String amount, int untilFromDue) {
        Party p = now.party();
        Party.Promise promise = new Party.Promise(eur(amount), day(untilFromDue));
        return party(p.mode(), promise, p.hold(), p.recipient(), p.bounced(), p.lastContactOn(), p.approvedTonight());
    }

    Item mode(ContactMode mode) {
        Party p = now.party();
        return party(mode, p.promise(), p.hold(), p.recipient(), p.bounced(), p.lastContactOn(), p.approvedTonight());
    }

    Item contacts(Party.@Nullable Recipient recipient, @Nullable String bounced) {
        Party p = now.party();
        return party(p.mode(), p.promise(), p.hold(), recipient, bounced, p.lastContactOn(), p.approvedTonight());
    }

    Item contacted(int fromDue) {
        return party(now.party().contactedOn(day(fromDue)));
    }

    Item approved() {
        return party(now.party().approved());
    }

    Item wrote(Answers answers) {
        return party(now.party().regard(), answers);
    }

    Item regarded(Regard regard) {
        return party(regard, now.party().answers());
    }

    private Item party(
            ContactMode mode,
            Party.@Nullable Promise promise,
            Party.@Nullable Hold hold,
            Party.@Nullable Recipient recipient,
            @Nullable String bounced,
            @Nullable LocalDate lastContactOn,
            boolean approvedTonight) {
        Party p = now.party();
        return party(new Party(
                mode,
                promise,
                hold,
                recipient,
                bounced,
                lastContactOn,
                approvedTonight,
                p.regard(),
                p.reach(),
                p.answers()));
    }

    private Item party(Regard regard, Answers answers) {
        Party p = now.party();
        return party(new Party(
                p.mode(),
                p.promise(),
                p.hold(),
                p.recipient(),
                p.bounced(),
                p.lastContactOn(),
                p.approvedTonight(),
                regard,
                p.reach(),
                answers));
    }

    Item party(Party party) {
        return with(now.disputedOn(), now.hold(), party);
    }

    private Item with(@Nullable LocalDate disputedOn, Party.@Nullable Hold hold, Party party) {
        return with(disputedOn, hold, party, now.progress(), now.matters());
    }

    /** Taken under a version of a strategy, delivered and answered as said. */
    Item progress(Progress progress) {
        return with(now.disputedOn(), now.hold(), now.party(), progress, now.matters());
    }

    /** The same item while this is talked about on it. */
    Item about(Matters matters) {
        return with(now.disputedOn(), now.hold(), now.party(), now.progress(), matters);
    }

    private Item with(
            @Nullable LocalDate disputedOn,
            Party.@Nullable Hold hold,
            Party party,
            Progress progress,
            Matters matters) {
        return new Item(new Situation(
                now.number(),
                now.issuedOn(),
                now.dueOn(),
                now.original(),
                now.open(),
                now.due(),
                now.creditForIt(),
                now.lastStep(),
                now.lastStepOn(),
                disputedOn,
                hold,
                now.tolerance(),
                party,
                progress,
                matters,
                now.marks()));
    }

    /** The same item that came through its stages in this way. */
    Item journey(Journey journey) {
        Progress progress = now.progress();
        return progress(new Progress(progress.versionId(), progress.isDelivered(), progress.answeredOn(), journey));
    }

    Item answered(int fromDue) {
        Progress progress = now.progress();
        return progress(new Progress(progress.versionId(), progress.isDelivered(), day(fromDue), progress.journey()));
    }
}
