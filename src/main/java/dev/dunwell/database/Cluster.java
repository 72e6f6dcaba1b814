package dev.dunwell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The folder with PostgreSQL's data: made once and never half, of our version, and freed from a server we lost. */
record Cluster(Path home, Programs programs) {

    Path data() {
        return home.resolve("data");
    }

    void makeUnlessThere(Secrets secrets) throws IOException, InterruptedException {
        if (!Files.exists(data())) {
            Path making = Files.createTempDirectory(home, Leftovers.PREFIX);
            Path password = secrets.superuserFile(home);
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + making,
                            "--username=postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums"));
            Files.delete(password);
            Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    void checkVersion() throws IOException {
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(Programs.MAJOR)) {
            throw new CannotStart(
                    "The data in " + data() + " is of PostgreSQL " + found + "; this build carries PostgreSQL "
                            + Programs.MAJOR + ".",
                    "Start the build it came from and move the data as docs/operate/upgrade.md says.");
        }
    }

    /** Ends a server that outlived the Dunwell that started it, and forgets one that is long gone. */
    void takeBack() throws IOException, InterruptedException {
        Path pidFile = data().resolve("postmaster.pid");
        Optional<String> running = commandLineOf(pidFile);
        if (running.isPresent() && running.get().contains(data().toString())) {
            programs.run("pg_ctl", List.of("stop", "--pgdata=" + data(), "--mode=fast", "--timeout=300"));
        } else if (running.isPresent()) {
            // After a restart of the machine the number may belong to any program, and PostgreSQL would wait for it.
            Files.delete(pidFile);
        }
    }

    private static Optional<String> commandLineOf(Path pidFile) throws IOException {
        return Files.exists(pidFile)
                ? Files.readAllLines(pidFile).stream()
                        .findFirst()
                        .map(String::strip)
                        .filter(pid -> pid.matches("\\d+"))
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                        .flatMap(process -> process.info().commandLine())
                : Optional.empty();
    }
}
