package org.monazite.exposure;

import java.util.Collection;
import org.monazite.supply.Place;

/// A question about a place that the network does not have.
public final class UnknownPlaceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownPlaceException(String place, Collection<Place> known) {
        super("""
                The network has no place '%s'; it has %s.
                Maybe use the ISO 3166 code of three letters.\
                """.formatted(place, known.stream().map(Place::code).sorted().toList()));
    }
}
