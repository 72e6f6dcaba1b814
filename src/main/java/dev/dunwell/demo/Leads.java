package dev.dunwell.demo;

import dev.dunwell.deals.MoveOpportunity;
import dev.dunwell.deals.MoveOpportunity.Move;
import dev.dunwell.deals.RecordOpportunity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may become a customer, told in one line with all that came of it. */
@Component
class Leads {

    private final Names names;
    private final RecordOpportunity recordOpportunity;
    private final MoveOpportunity moveOpportunity;

    Leads(Names names, RecordOpportunity recordOpportunity, MoveOpportunity moveOpportunity) {
        this.names = names;
        this.recordOpportunity = recordOpportunity;
        this.moveOpportunity = moveOpportunity;
    }

    void tell(Scene scene, Words words) {
        String name = words.next("NAME");
        words.expect("from");
        String origin = words.next("ORIGIN");
        LocalDate came = words.date();
        List<Move> moves = new ArrayList<>();
        if (words.skip("answered")) {
            moves.add(new Move.Touched(words.date()));
        }
        if (words.skip("won")) {
            LocalDate on = words.date();
            moves.add(new Move.Won(on, words.hasMore() ? names.customer(words).id() : null));
        } else if (words.skip("lost")) {
            moves.add(new Move.Lost(words.date(), words.next("WHY")));
        }
        words.checkNoneLeft();
        var wanted = new RecordOpportunity.Wanted(
                name, origin, scene.actor().name(), null, scene.organisation().currency(), null, came);
        long lead = recordOpportunity.record(scene.actor(), wanted, scene.today());
        moves.forEach(move -> moveOpportunity.move(scene.actor(), lead, move, scene.today()));
    }
}
