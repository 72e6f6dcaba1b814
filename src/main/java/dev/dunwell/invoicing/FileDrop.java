package dev.dunwell.invoicing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts each e-invoice into a folder that an access point reads; a file with its last name is whole. */
record FileDrop(Path folder) implements AccessPoint {

    @Override
    public void hand(Parcel parcel) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(parcel.name() + ".part");
        Files.write(part, parcel.xml());
        Files.move(part, folder.resolve(parcel.name() + ".xml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
