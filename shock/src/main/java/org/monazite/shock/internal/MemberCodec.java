package org.monazite.shock.internal;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;

/// Members as bytes and back, bit for bit.
public final class MemberCodec {

    private final Layout layout;
    private final int weeks;
    private final int nodes;

    /// A codec for runs of a network.
    public MemberCodec(Wiring wiring, int weeks) {
        this.layout = wiring.layout;
        this.weeks = weeks;
        this.nodes = wiring.nodes;
    }

    /// Lines and places of a week.
    public int width() {
        return layout.lines + layout.places;
    }

    private int size(boolean full) {
        int doubles = nodes + 1 + (full ? weeks * width() : 2 * layout.lines + layout.places);
        return 1 + Integer.BYTES * layout.lines + Double.BYTES * doubles;
    }

    /// The bytes of some members.
    public byte[] encode(List<Paths> members) {
        int size = members.stream().mapToInt(member -> size(member.hasWeeks())).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (Paths member : members) {
            bytes.put((byte) (member.hasWeeks() ? 1 : 0));
            for (int week : member.firstEmpty) {
                bytes.putInt(week);
            }
            bytes.putDouble(member.massError);
            put(bytes, member.idleYears);
            if (member.hasWeeks()) {
                put(bytes, member.unmet);
                put(bytes, member.lostUsd);
            } else {
                put(bytes, member.worst);
                put(bytes, member.lostWeeks);
                put(bytes, member.totalUsd);
            }
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, double[] values) {
        bytes.asDoubleBuffer().put(values);
        bytes.position(bytes.position() + Double.BYTES * values.length);
    }

    /// The members in some bytes.
    ///
    /// @throws IllegalArgumentException if they are not so many members of this network
    public List<Paths> decode(byte[] block, int members) {
        ByteBuffer bytes = ByteBuffer.wrap(block);
        List<Paths> found = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            boolean full = bytes.hasRemaining() && bytes.get(bytes.position()) == 1;
            if (bytes.remaining() < size(full)) {
                throw new IllegalArgumentException("The block ends after %d of %d members.".formatted(i, members));
            }
            bytes.get();
            int[] firstEmpty = new int[layout.lines];
            for (int line = 0; line < firstEmpty.length; line++) {
                firstEmpty[line] = bytes.getInt();
            }
            double massError = bytes.getDouble();
            double[] idle = doubles(bytes, nodes);
            found.add(
                    full
                            ? new Paths(
                                    layout,
                                    doubles(bytes, weeks * layout.lines),
                                    doubles(bytes, weeks * layout.places),
                                    idle,
                                    firstEmpty,
                                    massError)
                            : new Paths(
                                    layout,
                                    doubles(bytes, layout.lines),
                                    doubles(bytes, layout.lines),
                                    doubles(bytes, layout.places),
                                    idle,
                                    firstEmpty,
                                    massError));
        }
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException("The block holds more than %d members.".formatted(members));
        }
        return found;
    }

    private static double[] doubles(ByteBuffer bytes, int count) {
        double[] values = new double[count];
        DoubleBuffer from = bytes.asDoubleBuffer();
        from.get(values);
        bytes.position(bytes.position() + Double.BYTES * count);
        return values;
    }
}
