package dev.dunwell.evidence;

import dev.dunwell.archive.Archive;
import dev.dunwell.evidence.Evidence.Claim;
import dev.dunwell.evidence.Evidence.Original;
import dev.dunwell.evidence.Evidence.Sent;
import dev.dunwell.ledger.Acceptance;
import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Telling;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Show;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The files of a pack: tables that a program reads, messages as they left, originals as they came. */
final class Exhibits {

    private final Evidence evidence;
    private final Show show;

    Exhibits(Evidence evidence, Show show) {
        this.evidence = evidence;
        this.show = show;
    }

    List<Exhibit> all(Archive archive) {
        List<Exhibit> all = new ArrayList<>();
        all.add(chronology());
        all.add(invoices());
        all.add(deliveries());
        all.add(agreements("promises.csv", evidence.promises()));
        all.add(agreements("disputes.csv", evidence.disputes()));
        all.add(terms());
        evidence.sent().forEach(sent -> all.addAll(message(sent)));
        int number = 0;
        for (Original original : evidence.originals()) {
            number++;
            String path = "originals/%03d-%s".formatted(number, plain(original.fileName()));
            all.add(new Exhibit(path, () -> archive.open(original.hash())));
        }
        return all;
    }

    private Exhibit chronology() {
        return table("chronology.csv", List.of("Day", "Recorded", "What", "Who", "Told", "Said", "State"), csv -> {
            for (Entry entry : evidence.story()) {
                Telling telling = Telling.of(entry, show);
                csv.row(
                        entry.on(),
                        entry.at(),
                        entry.kind().code(),
                        entry.author(),
                        telling.sentence(),
                        telling.quote(),
                        telling.side());
            }
        });
    }

    private Exhibit invoices() {
        return table(
                "invoices.csv", List.of("Invoice", "Issued", "Due", "Reference", "Currency", "Amount", "Open"), csv -> {
                    for (Claim claim : evidence.claims()) {
                        csv.row(
                                claim.number(),
                                claim.issuedOn(),
                                claim.dueOn(),
                                claim.reference(),
                                claim.amount().currency(),
                                claim.amount(),
                                claim.open());
                    }
                });
    }

    private Exhibit deliveries() {
        return table(
                "deliveries.csv", List.of("Message", "Sent", "To", "Address", "Subject", "State", "Answer"), csv -> {
                    for (Sent sent : evidence.sent()) {
                        csv.row(
                                sent.messageId(),
                                sent.sentAt(),
                                sent.toName(),
                                sent.toAddress(),
                                sent.subject(),
                                sent.state(),
                                sent.proof());
                    }
                });
    }

    private Exhibit agreements(String path, List<Entry> entries) {
        return table(path, List.of("Day", "Until", "Currency", "Amount", "State", "Noted by", "Reason"), csv -> {
            for (Entry entry : entries) {
                var amount = entry.amount();
                csv.row(
                        entry.on(),
                        entry.until(),
                        amount == null ? null : amount.currency(),
                        amount,
                        entry.state(),
                        entry.author(),
                        entry.detail());
            }
        });
    }

    private Exhibit terms() {
        return table("terms.csv", List.of("Terms", "Accepted", "By", "Proof", "Noted by"), csv -> {
            for (Acceptance accepted : evidence.terms()) {
                csv.row(
                        accepted.terms(),
                        accepted.acceptedOn(),
                        accepted.acceptedBy(),
                        accepted.evidence(),
                        accepted.author());
            }
        });
    }

    private static List<Exhibit> message(Sent sent) {
        String path = "messages/%s-%d-%s".formatted(sent.on(), sent.id(), plain(sent.template()));
        String head = String.join(
                "\n",
                "To: " + sent.toName() + " <" + sent.toAddress() + ">",
                "Subject: " + sent.subject(),
                "Message-ID: " + sent.messageId(),
                "",
                "");
        String journal = "\n\n-- journal\n" + sent.journal() + "\n";
        Exhibit text = Exhibit.of(path + ".txt", head + sent.text() + journal);
        return sent.html().isEmpty() ? List.of(text) : List.of(text, Exhibit.of(path + ".html", sent.html()));
    }

    private interface Filling {
        void fill(Csv csv);
    }

    private static Exhibit table(String path, List<String> headings, Filling filling) {
        var bytes = new ByteArrayOutputStream();
        try (Csv csv = Csv.to(bytes, headings.toArray(String[]::new))) {
            filling.fill(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exhibit.of(path, bytes.toByteArray());
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "_");
    }
}
