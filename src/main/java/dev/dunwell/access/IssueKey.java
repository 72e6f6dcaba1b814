package dev.dunwell.access;

import dev.dunwell.web.BadInput;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a key for a program. It is seen once, here; only its hash is kept. */
@Component
public class IssueKey {

    /** How every key begins, so that people and scanners of leaked secrets know it. */
    public static final String PREFIX = "dw_";

    private final ApiKeys keys;
    private final Audit audit;

    IssueKey(ApiKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * @param name what uses it, for the list and the audit
     * @throws BadInput without a name
     */
    @Transactional
    public Secret issue(String name, Role role, Actor actor) {
        var fields = new SettingFields(Map.of("name", name));
        String called = fields.name("name");
        fields.check();
        Secret key = Secret.key(PREFIX);
        long id = keys.insert(called, role, key, actor);
        audit.write(actor, "key.issued", "key", id, Map.of("name", called, "role", role.code()));
        return key;
    }
}
