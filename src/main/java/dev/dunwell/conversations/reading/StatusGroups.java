package dev.dunwell.conversations.reading;

import dev.dunwell.conversations.mime.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a report that is meant for programs: one group of fields for each address (RFC 3464 2.3). */
final class StatusGroups {

    private static final Pattern FIELD = Pattern.compile("^\\s{0,4}([A-Za-z][A-Za-z-]{3,40})\\s?:\\s*(.*)$");

    private StatusGroups() {}

    /** A report for each group that names an address; empty when there is no such group. */
    static List<DeliveryReport> of(Part mail, Transcript transcript, String about) {
        Part status = mail.first("message/delivery-status");
        String text = status == null ? transcript.text() : status.text();
        Map<String, DeliveryReport> reports = new LinkedHashMap<>();
        List<Map<String, String>> groups = groups(text);
        for (Map<String, String> group : groups) {
            String address = address(group);
            if (!address.isEmpty()) {
                reports.putIfAbsent(address, report(group, address, transcript, about, groups));
            }
        }
        return List.copyOf(reports.values());
    }

    private static DeliveryReport report(
            Map<String, String> group,
            String address,
            Transcript transcript,
            String about,
            List<Map<String, String>> all) {
        String action = group.getOrDefault("action", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z].*", "");
        String diagnostic = group.getOrDefault("diagnostic-code", "");
        boolean isAlone = all.stream().filter(each -> !address(each).isEmpty()).count() == 1;
        String own = transcript.blocks(java.util.Set.of()).getOrDefault(address, isAlone ? transcript.text() : "");
        String status = group.getOrDefault("status", "").replaceAll("[^\\d.].*", "");
        String inWords = Verdicts.status(diagnostic);
        String exact = inWords.contains(".") && !inWords.matches("[45]\\.0\\.0") ? inWords : status;
        String said = diagnostic.replaceFirst("(?i)^\\s*[a-z0-9-]+\\s*;", "").strip();
        String words =
                said.length() < 12 || !exact.startsWith("5.1.") && Verdicts.isAfterData(own) ? said + " " + own : said;
        return new DeliveryReport(
                Verdicts.of(action, exact, words),
                address,
                exact,
                DeliveryReports.oneLine(said.isEmpty() ? own : said),
                about);
    }

    /** What we wrote to goes before what it was turned into. */
    private static String address(Map<String, String> group) {
        for (String field : List.of("original-recipient", "final-recipient", "x-actual-recipient")) {
            Matcher found = Pattern.compile(Transcript.ADDRESS)
                    .matcher(group.getOrDefault(field, "").replaceFirst("(?i)^.*?;", ""));
            if (found.find()) {
                return Transcript.clean(found.group());
            }
        }
        return "";
    }

    private static List<Map<String, String>> groups(String text) {
        List<Map<String, String>> groups = new ArrayList<>();
        Map<String, String> open = new HashMap<>();
        String last = "";
        for (String line : text.split("\n", -1)) {
            Matcher field = FIELD.matcher(line);
            String name = field.matches() ? field.group(1).toLowerCase(Locale.ROOT) : "";
            boolean begins = name.equals("final-recipient") && open.containsKey(name);
            if (line.isBlank() || begins) {
                groups.add(open);
                open = new HashMap<>();
                last = "";
            }
            if (line.startsWith(" ") && !last.isEmpty() || name.isEmpty() && !last.isEmpty() && !line.isBlank()) {
                open.merge(last, " " + line.strip(), String::concat);
            } else if (!name.isEmpty()) {
                open.putIfAbsent(name, field.group(2));
                last = name;
            }
        }
        groups.add(open);
        return groups;
    }
}
