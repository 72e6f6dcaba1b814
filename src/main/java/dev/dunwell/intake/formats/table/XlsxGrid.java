package dev.dunwell.intake.formats.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first visible sheet with rows in an Excel workbook, ECMA-376 part 1. */
final class XlsxGrid implements Grid {

    private static final long MOST_TEXT_BYTES = 64L << 20;

    private final XlsxFile file;
    private final List<String> texts;
    private final XlsxDates dates;
    private final Sheet sheet;
    private final int sheets;

    private record Sheet(String name, String part, boolean visible) {}

    private XlsxGrid(XlsxFile file) {
        this.file = file;
        Map<String, String> fromPackage = targets(file, "_rels/.rels", "");
        String workbook = fromPackage.getOrDefault("officeDocument", "xl/workbook.xml");
        if (!file.has(workbook)) {
            throw new Unreadable("This is not an Excel workbook: save the table as .xlsx or CSV and bring that.");
        }
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String rels = folder + "_rels/" + workbook.substring(folder.length()) + ".rels";
        Map<String, String> targets = targets(file, rels, folder);
        List<Sheet> all = sheets(file, workbook, targets);
        this.texts = texts(file, targets.getOrDefault("sharedStrings", folder + "sharedStrings.xml"));
        this.dates = XlsxDates.of(file, workbook, targets.getOrDefault("styles", folder + "styles.xml"));
        this.sheets = all.size();
        this.sheet = all.stream()
                .filter(Sheet::visible)
                .filter(this::hasRows)
                .findFirst()
                .orElseThrow(() -> new Unreadable("The workbook has no visible sheet with rows in it."));
    }

    static XlsxGrid of(Source source) {
        XlsxFile file = XlsxFile.open(source);
        try {
            return new XlsxGrid(file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Rows rows() {
        return rows(sheet);
    }

    @Override
    public String origin() {
        String only = sheets == 1 ? "" : ", the first with rows of %d sheets".formatted(sheets);
        return "Excel workbook, sheet “%s”%s".formatted(sheet.name, only);
    }

    @Override
    public boolean ends() {
        return true;
    }

    @Override
    public boolean leavesOutEmptyEnds() {
        return true;
    }

    @Override
    public void close() {
        file.close();
    }

    /** The parts that a part names, by their id and by the last word of their type. */
    private static Map<String, String> targets(XlsxFile file, String rels, String folder) {
        Map<String, String> targets = new HashMap<>();
        if (!file.has(rels)) {
            return targets;
        }
        try (XmlPart part = file.part(rels, MOST_TEXT_BYTES)) {
            while (part.next()) {
                String id = part.starts("Relationship") ? part.attribute("Id") : null;
                String target = id == null ? null : part.attribute("Target");
                String type = id == null ? null : part.attribute("Type");
                if (id != null && target != null && type != null && !"External".equals(part.attribute("TargetMode"))) {
                    String name = target.startsWith("/") ? target.substring(1) : folder + target;
                    targets.put(id, name);
                    targets.put(type.substring(type.lastIndexOf('/') + 1), name);
                }
            }
        }
        return targets;
    }

    private static List<Sheet> sheets(XlsxFile file, String workbook, Map<String, String> targets) {
        List<Sheet> sheets = new ArrayList<>();
        try (XmlPart part = file.part(workbook, MOST_TEXT_BYTES)) {
            while (part.next()) {
                String name = part.starts("sheet") ? part.attribute("name") : null;
                String target = name == null ? null : targets.get(String.valueOf(part.attribute("id")));
                String state = name == null ? null : part.attribute("state");
                if (name != null && target != null) {
                    sheets.add(new Sheet(Text.clean(name), target, state == null || state.equals("visible")));
                }
            }
        }
        return sheets;
    }

    private static List<String> texts(XlsxFile file, String name) {
        List<String> texts = new ArrayList<>();
        if (!file.has(name)) {
            return texts;
        }
        try (XmlPart part = file.part(name, MOST_TEXT_BYTES)) {
            while (part.next()) {
                if (part.starts("si")) {
                    texts.add(XlsxRows.richText(part, "si"));
                }
            }
        }
        return texts;
    }

    private boolean hasRows(Sheet candidate) {
        try (Rows rows = rows(candidate)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (row.problem() != null || !row.isBlank()) {
                    return true;
                }
            }
            return false;
        }
    }

    private Rows rows(Sheet chosen) {
        return new XlsxRows(file.part(chosen.part, XlsxFile.MOST_BYTES), texts, dates);
    }
}
