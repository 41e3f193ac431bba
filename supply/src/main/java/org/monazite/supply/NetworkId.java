package org.monazite.supply;

/// What a network is a picture of.
///
/// @param atlas version of the atlas it was taken from, or the name of a user's file
/// @param chain the chain, such as `magnets`
/// @param year base year of the flows
/// @param grain how fine it is
/// @param digest SHA-256 of its encoding, 64 hex digits; identifies it wherever it goes
public record NetworkId(String atlas, String chain, int year, Grain grain, String digest) {

    /// How fine a network is.
    public enum Grain {
        /// One node per place and product.
        COUNTRY_STAGE,
        /// One node per plant.
        PLANT,
        /// One node per firm.
        FIRM
    }

    /// What a network is called before it is built and hashed.
    ///
    /// @param atlas version of the atlas, or the name of a user's file
    /// @param chain the chain
    /// @param year base year
    /// @param grain how fine it is
    /// @param unit unit of all its flows
    public record Draft(String atlas, String chain, int year, Grain grain, Unit unit) {}
}
