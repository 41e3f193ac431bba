package org.monazite.supply;

import java.util.stream.Collectors;

/// Thrown when a network is built whose flows do not balance.
public final class UnbalancedNetworkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnbalancedNetworkException(NetworkId.Draft draft, Imbalance imbalance) {
        super("The network '%s' of %d does not balance. The worst rows:%n%s%nMaybe a flow or a demand is missing."
                .formatted(
                        draft.chain(),
                        draft.year(),
                        imbalance.worst().stream().map(row -> "  " + row).collect(Collectors.joining("\n"))));
    }
}
