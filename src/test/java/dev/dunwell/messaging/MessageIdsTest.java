package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageIdsTest {

    @TempDir
    Path folder;

    @Test
    void the_same_message_has_the_same_name_on_every_try_also_after_a_restart() {
        String first = new MessageIds(folder).of(1, "7/2026-12-01");
        assertThat(first).matches("<[0-9a-f]{40}@dunwell\\.invalid>");
        assertThat(new MessageIds(folder).of(1, "7/2026-12-01")).isEqualTo(first);
    }

    @Test
    void other_messages_other_organisations_and_other_installations_have_other_names() {
        var here = new MessageIds(folder);
        var elsewhere = new MessageIds(folder.resolve("elsewhere"));
        assertThat(here.of(1, "7/2026-12-01"))
                .isNotEqualTo(here.of(1, "8/2026-12-01"))
                .isNotEqualTo(here.of(2, "7/2026-12-01"))
                .isNotEqualTo(elsewhere.of(1, "7/2026-12-01"));
    }

    @Test
    void the_key_is_for_its_owner_alone() throws Exception {
        new MessageIds(folder).of(1, "7");
        assertThat(Files.getPosixFilePermissions(folder.resolve("message-ids.secret")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
