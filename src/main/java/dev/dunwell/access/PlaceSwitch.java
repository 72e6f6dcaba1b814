package dev.dunwell.access;

import dev.dunwell.web.Place;

/** Asked whether the bar shows a place that an organisation can leave off. Whose place it is implements this. */
public interface PlaceSwitch {

    Place place();

    /** Whether the bound organisation uses it. */
    boolean isOn();
}
