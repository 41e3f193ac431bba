package org.monazite.atlas.chain;

/// Names that all chains share.
final class ChainDrafts {

    private ChainDrafts() {}

    /// The product "in use" of a component: `ndfeb.magnet` becomes `ndfeb.use`.
    static String useProduct(String component) {
        return component.substring(0, component.indexOf('.')) + ".use";
    }
}
