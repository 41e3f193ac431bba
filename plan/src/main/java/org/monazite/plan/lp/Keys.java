package org.monazite.plan.lp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Keys in the order in which they were added. Copies of a model share them until one of them adds to its own.
final class Keys {

    private final List<Object> list = new ArrayList<>();
    private final Map<Object, Integer> places = new HashMap<>(); // asked, never walked through
    private volatile boolean shared; // never changed any more

    /// Adds a key; false if it is there.
    boolean add(Object key) {
        if (places.putIfAbsent(key, list.size()) != null) {
            return false;
        }
        list.add(key);
        return true;
    }

    Object get(int place) {
        return list.get(place);
    }

    int size() {
        return list.size();
    }

    OptionalInt find(Object key) {
        Integer place = places.get(key);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// The same for another model as well.
    Keys shared() {
        shared = true;
        return this;
    }

    /// The same to add to: themselves, or a copy if other models have them too.
    Keys own() {
        if (!shared) {
            return this;
        }
        Keys copy = new Keys();
        copy.list.addAll(list);
        copy.places.putAll(places);
        return copy;
    }
}
