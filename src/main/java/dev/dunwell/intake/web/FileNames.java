package dev.dunwell.intake.web;

import org.springframework.web.multipart.MultipartFile;

/** What a brought file is called: the last part of what the browser says, to be shown and never used as a path. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    static String of(MultipartFile file) {
        String given = file.getOriginalFilename();
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.isEmpty() ? "file" : clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}
