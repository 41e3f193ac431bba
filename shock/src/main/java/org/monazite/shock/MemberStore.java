package org.monazite.shock;

import java.util.Optional;

/// Keeps what blocks of members left behind, so that a run that was stopped need not play them again.
/// Used from several
/// threads at once, each block from one alone. Whoever keeps them sees to it that they belong to the run
/// and are whole.
public interface MemberStore {

    /// Keeps nothing.
    MemberStore NONE = new MemberStore() {
        @Override
        public Optional<byte[]> read(int from, int to) {
            return Optional.empty();
        }

        @Override
        public void write(int from, int to, byte[] block) {}

        @Override
        public int blockSize() {
            return 1;
        }
    };

    /// The block of the members `from .. to - 1`; empty if there is none.
    Optional<byte[]> read(int from, int to);

    /// Keeps the block of the members `from .. to - 1`, whole or not at all.
    void write(int from, int to, byte[] block);

    /// Members of a block.
    int blockSize();
}
