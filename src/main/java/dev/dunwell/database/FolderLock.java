package dev.dunwell.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One Dunwell per folder. The operating system lets go of the lock when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    /** Closing a second channel would let go of the first one's lock, so a folder held here is not opened again. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private FolderLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static FolderLock take(Path home) throws IOException {
        if (!HELD_HERE.add(home)) {
            throw taken(home, String.valueOf(ProcessHandle.current().pid()));
        }
        Path file = Files.createDirectories(home).resolve("dunwell.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD_HERE.remove(home);
            throw taken(home, Files.readString(file).strip());
        }
        channel.truncate(0);
        String pid = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(home, channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(home);
    }

    private static CannotStart taken(Path home, String pid) {
        return new CannotStart(
                "Dunwell is already running on the folder " + home + ", as process " + pid + ".",
                "Stop that process first, or give this one a folder of its own with DUNWELL_DATA.");
    }
}
