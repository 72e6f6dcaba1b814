package dev.dunwell.demo;

import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;

/** How an organisation comes to be when a story first names it, and what its people are given. */
public interface Founding {

    /** @return its number; of one that is there already, that one's */
    int found(NewOrganisation organisation);

    /** Called inside the organisation for everyone who is added. */
    void welcome(AddPerson.Added person);
}
