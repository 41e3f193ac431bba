package org.monazite.app;

/// Told what a long job does, from any thread; the results never depend on it.
public interface Progress {

    /// Somebody who does not care.
    Progress NONE = new Progress() {
        @Override
        public void step(String key, Object... values) {}

        @Override
        public void count(int done, int of) {}
    };

    /// A step begins.
    ///
    /// @param key of its text
    void step(String key, Object... values);

    /// Part of the step is done.
    void count(int done, int of);
}
