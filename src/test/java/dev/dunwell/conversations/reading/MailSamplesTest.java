package dev.dunwell.conversations.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.conversations.mime.MailParts;
import dev.dunwell.intake.formats.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Mails of the world outside, read and compared with what others found in them. The figures are printed. */
class MailSamplesTest {

    private record Row(String file, List<String> fields) {}

    @Test
    void bounces_are_read_as_sisimai_reads_them() throws IOException {
        Map<String, List<Row>> files = new LinkedHashMap<>();
        rows("expected/bounces_sisimai.csv")
                .forEach(row ->
                        files.computeIfAbsent(row.file, _ -> new ArrayList<>()).add(row));
        var kinds = new Tally("Bounces, kind");
        var addresses = new Tally("Bounces, every address found and no other");
        for (var file : files.entrySet()) {
            byte[] raw = Files.readAllBytes(Samples.file(file.getKey()));
            List<DeliveryReport> reports = DeliveryReports.of(MailParts.of(raw));
            List<Row> expected = file.getValue();
            for (int i = 0; i < expected.size(); i++) {
                String found = i < reports.size() ? kind(reports.get(i)) : kindWithout(raw);
                kinds.count(
                        kind(expected.get(i)).equals(found),
                        file.getKey() + ": " + kind(expected.get(i)) + ", not " + found);
            }
            boolean isReply = kind(expected.getFirst()).equals("out_of_office");
            boolean isNamed =
                    reports.stream().allMatch(report -> report.address().contains("@"));
            addresses.count(
                    isReply || reports.size() == expected.size() && isNamed,
                    file.getKey() + ": "
                            + reports.stream().map(DeliveryReport::address).toList());
        }
        kinds.reaches(97);
        addresses.reaches(97);
    }

    @Test
    void automatic_answers_are_told_from_bounces() throws IOException {
        var tally = new Tally("Auto-replies");
        for (Row row : rows("expected/auto_replies.csv")) {
            Writer writer =
                    IncomingMail.of(Files.readAllBytes(Samples.file(row.file))).writer();
            boolean isAutomatic = writer == Writer.OUT_OF_OFFICE || writer == Writer.MACHINE;
            boolean agrees = row.fields.getFirst().equals("AUTO_REPLY") ? isAutomatic : writer == Writer.MAIL_SERVER;
            tally.count(agrees, row.file + ": " + writer);
        }
        tally.reaches(98);
    }

    @Test
    void people_are_told_from_machines() throws IOException {
        var tally = new Tally("People");
        for (Path file : files("email/reply")) {
            IncomingMail mail = IncomingMail.of(Files.readAllBytes(file));
            tally.count(mail.writer() == Writer.PERSON, file + ": " + mail.writer());
        }
        tally.reaches(98);
    }

    @Test
    void quoted_text_is_cut_where_a_reader_would_cut_it() throws IOException {
        var tally = new Tally("Replies");
        Path trimmed = Samples.file("email/reply/discourse-trimmer/trimmed");
        for (Path file : files("email/reply/discourse-trimmer/emails")) {
            String expected =
                    Files.readString(trimmed.resolve(file.getFileName().toString()));
            String answer = Quotes.fold(Files.readString(file)).answer();
            tally.count(
                    words(answer).equals(words(expected)), file.getFileName().toString());
        }
        for (String line : resource("/conversations/last-words.txt")
                .lines()
                .filter(l -> !l.startsWith("#"))
                .toList()) {
            String[] parts = line.split("\\|", 2);
            String answer = Quotes.fold(Files.readString(Samples.file("email/reply/" + parts[0])))
                    .answer();
            tally.count(words(answer).endsWith(parts[1]), parts[0]);
        }
        tally.reaches(90);
    }

    @Test
    void no_mail_is_too_strange_to_be_read() throws IOException {
        int read = 0;
        for (Path file : files("email")) {
            IncomingMail mail = IncomingMail.of(Files.readAllBytes(file));
            assertThat(mail.subject()).as(file.toString()).doesNotContain("\n", "\r", "\0");
            assertThat(mail.attachments())
                    .as(file.toString())
                    .allSatisfy(
                            attached -> assertThat(attached.name()).isNotBlank().doesNotContain("/", "\\", "\n"));
            read++;
        }
        System.out.println("Mails read without a fault: " + read);
    }

    private static String kind(Row row) {
        return switch (row.fields.get(3)) {
            case "feedback" -> "complaint";
            case "delivered" -> "delivered";
            case "vacation" -> "out_of_office";
            default -> row.fields.get(4).equals("true") ? "hard" : "not hard";
        };
    }

    private static String kind(DeliveryReport report) {
        return switch (report.kind()) {
            case HARD, DELIVERED, COMPLAINT -> report.kind().code();
            case READ -> "delivered";
            case DOUBTFUL, MAILBOX_FULL, BLOCKED, SOFT, DELAYED -> "not hard";
        };
    }

    private static String kindWithout(byte[] raw) {
        Writer writer = IncomingMail.of(raw).writer();
        return writer == Writer.MACHINE || writer == Writer.OUT_OF_OFFICE ? "out_of_office" : "nothing";
    }

    /** The first field may stand in quotes, and hold commas then. */
    private static List<Row> rows(String path) throws IOException {
        return Files.readAllLines(Samples.file(path)).stream()
                .skip(1)
                .map(line -> {
                    boolean isQuoted = line.startsWith("\"");
                    int end = isQuoted ? line.indexOf("\",") : line.indexOf(',');
                    String rest = line.substring(end + (isQuoted ? 2 : 1));
                    return new Row(line.substring(isQuoted ? 1 : 0, end), List.of(rest.split(",", -1)));
                })
                .toList();
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(Samples.file(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(MailSamplesTest.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static final class Tally {
        private final String what;
        private final List<String> wrong = new ArrayList<>();
        private int all;

        Tally(String what) {
            this.what = what;
        }

        void count(boolean agrees, String otherwise) {
            all++;
            if (!agrees) {
                wrong.add(otherwise);
            }
        }

        void reaches(int percent) {
            int right = all - wrong.size();
            System.out.printf(
                    "%s: %d of %d agree (%d.%d %%)%n", what, right, all, right * 100 / all, right * 1000 / all % 10);
            assertThat(right * 100).as("%s; not so: %s", what, wrong).isGreaterThanOrEqualTo(percent * all);
        }
    }
}
