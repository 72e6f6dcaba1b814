package dev.dunwell.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel in the jar, unpacked; as root they run in a user namespace of their own. */
record Programs(Path folder) {

    static final String VERSION = "18.6.0";
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    /** Unpacks beside the place and then renames, so that the programs are never half there. */
    static Programs unpack(Path home) throws IOException {
        Path place = home.resolve("postgresql-" + VERSION);
        if (!Files.exists(place)) {
            Path unpacking = Files.createTempDirectory(home, Leftovers.PREFIX);
            try (InputStream packed = Programs.class.getResourceAsStream("/" + archive())) {
                if (packed == null) {
                    throw new CannotStart(
                            "This build carries no PostgreSQL for this machine (" + archive() + " is missing).",
                            "Build it on this machine, or name a PostgreSQL of your own with DUNWELL_DB_URL.");
                }
                extract(packed, unpacking);
            }
            Files.move(unpacking, place, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(place);
    }

    /** The command line of a program, as this user may run it. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is not root.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Runs a program to its end and throws what it said when it failed. */
    void run(String program, List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed: " + said);
        }
    }

    /** Says early, and in words, when this machine lets nobody start PostgreSQL. */
    void check() throws IOException, InterruptedException {
        try {
            run("postgres", List.of("--version"));
        } catch (IOException e) {
            throw new CannotStart(
                    "The embedded PostgreSQL does not run here: " + e.getMessage(),
                    isRoot()
                            ? "Start Dunwell as an ordinary user (as root it needs the program 'unshare' and the right"
                                    + " to use it), or name a PostgreSQL of your own with DUNWELL_DB_URL."
                            : "Name a PostgreSQL of your own with DUNWELL_DB_URL.");
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void extract(InputStream packed, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    extract(tar, entry, target);
                }
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            target.toFile().setExecutable((entry.getMode() & 0111) != 0, false);
        }
    }
}
